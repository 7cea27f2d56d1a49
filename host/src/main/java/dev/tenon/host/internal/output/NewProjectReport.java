package dev.tenon.host.internal.output;

import dev.tenon.host.internal.scaffold.NewProject;
import dev.tenon.host.internal.scaffold.ProjectFile;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was written for a new project, and what to do with it. */
public final class NewProjectReport {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+=:,-]+");

    private NewProjectReport() {}

    /** Returns the files and the next steps, as commands that can be copied. */
    public static String of(
            NewProject project, Path folder, List<ProjectFile> files, Palette palette) {
        var tenon = quoted(project.home().resolve("bin").resolve("tenon").toString());
        var steps =
                new Table()
                        .row("  cd " + quoted(folder.toString()), "")
                        .row("  mvn verify", "build it and test it")
                        .row("  %s run --plugins %s".formatted(tenon, project.jar()), "run it");
        return """
        %s

        %s

        %s

        %s
        README.md says more.\
        """
                .formatted(
                        palette.heading(
                                "The module %s is in %s"
                                        .formatted(project.module().name(), folder)),
                        files.stream().map(f -> "  " + f.path()).collect(Collectors.joining("\n")),
                        palette.heading("Next:"),
                        steps)
                .lines()
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    /** Returns the text as one word of a shell command. */
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
