package dev.tenon.host.internal.command;

import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import dev.tenon.host.internal.launch.Locations;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.StandardOptions;
import dev.tenon.host.internal.output.NewProjectReport;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.scaffold.Example;
import dev.tenon.host.internal.scaffold.NewModule;
import dev.tenon.host.internal.scaffold.NewProject;
import dev.tenon.host.internal.scaffold.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenon new}: writes the project of a new plugin. */
@Command(
        name = "new",
        description = {
            "Writes the Maven project of a plugin that builds, tests itself in a real host, and runs.",
            "",
            "From the name acme.billing follow the module and its package acme.billing, the class"
                    + " BillingModule, the Maven group acme and artifact acme-billing, and the folder"
                    + " acme-billing; from billing the module, package, group, artifact and folder"
                    + " billing. The project is built with the jars of this installation and, for"
                    + " everything else, with Maven Central."
        },
        descriptionHeading = "%n",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenon new acme.billing",
            "  tenon new acme.billing --database",
            "  tenon new acme.billing --group com.acme.plugins --directory billing",
            "  tenon new billing --package com.acme.billing"
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:the project was written",
            "1:it could not be written, or its folder holds something already",
            "2:wrong usage, or a name that cannot be used",
            ExitCode.LIST_INTERNAL
        })
final class NewCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "The name of the module: words joined by dots, each of letters from A to Z,"
                            + " digits and '_', beginning with a letter.")
    String name = "";

    @Option(
            names = "--database",
            description =
                    "The module gets a database: an entity, a repository that writes and reads it, a"
                            + " service, and a test on a real one.")
    boolean database;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "The package that the module exports. Default: the name of the module.")
    Optional<String> packageName = Optional.empty();

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description =
                    "The Maven group. Default: the name of the module without its last part, or all"
                            + " of it if it has one part.")
    Optional<String> group = Optional.empty();

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "FOLDER",
            description =
                    "The folder of the project, which is created; if it exists, it has to be empty"
                            + " but for .git. Default: the Maven artifact, in the current folder.")
    Optional<Path> directory = Optional.empty();

    @Mixin StandardOptions standard = new StandardOptions();

    NewCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        var module = NewModule.of(name, packageName, group);
        var project =
                new NewProject(
                        module, database ? Example.GUESTBOOK : Example.GREETER, installation());
        var folder = directory.orElse(Path.of(module.artifact()));
        var files = project.files();
        new ProjectFolder(folder).write(files);
        output.print(NewProjectReport.of(project, folder, files, output.palette()));
        return ExitCode.SUCCESS;
    }

    private static Path installation() throws IOException {
        var home = Locations.ofProcess().home();
        if (home.filter(h -> Files.isDirectory(h.resolve("repository"))).isEmpty()) {
            throw new HostException(
                    Problem.error(
                            ProgramError.INSTALLATION_INCOMPLETE,
                            "A new project could not be built.",
                            home.map(h -> "The installation " + h + " has no folder repository.")
                                    .orElse("This program does not run from an installation."),
                            ProgramError.INSTALLATION_INCOMPLETE.remedy()));
        }
        return home.get().toRealPath();
    }
}
