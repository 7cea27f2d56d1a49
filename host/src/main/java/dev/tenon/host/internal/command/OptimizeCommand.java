package dev.tenon.host.internal.command;

import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import dev.tenon.host.internal.json.StartCacheDocument;
import dev.tenon.host.internal.launch.Locations;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.StandardOptions;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.StartCacheReport;
import dev.tenon.host.internal.startcache.CacheKind;
import dev.tenon.host.internal.startcache.CacheMaker;
import dev.tenon.host.internal.startcache.Installation;
import dev.tenon.host.internal.startcache.InstalledCache;
import dev.tenon.host.internal.startcache.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon optimize}: makes the start cache. */
@Command(
        name = "optimize",
        description = {
            "Makes the start cache, with which Tenon starts in a fraction of the time.",
            "",
            "It fits this installation in this place, and is left aside without a word once anything"
                    + " has changed: run this command when Tenon was installed, upgraded or moved.",
            "",
            "'tenon run' makes a missing one in the background, unless it runs in a container or a"
                    + " build server. TENON_AOT in the environment changes that: 'make' makes it"
                    + " everywhere, 'use' nowhere, and with 'off' Tenon does without."
        },
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenon optimize",
            "  tenon optimize --json | jq -r '.files[].path'",
            "  tenon optimize --remove"
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:success",
            "1:the start cache could not be made or removed",
            "2:wrong usage",
            ExitCode.LIST_INTERNAL
        })
final class OptimizeCommand implements Callable<Integer> {

    private final Output output;

    @Option(names = "--remove", description = "Remove the start cache instead.")
    boolean remove;

    @Option(names = "--json", description = "Print the files as JSON.")
    boolean json;

    @Option(
            names = "--if-missing",
            description =
                    "Do nothing if there is one, if another process is making it, or if that has"
                            + " failed before.")
    boolean ifMissing;

    @Option(names = "--train", hidden = true)
    Optional<CacheKind> train = Optional.empty();

    @Mixin StandardOptions standard = new StandardOptions();

    OptimizeCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        var installation =
                Installation.of(Locations.ofProcess()).orElseThrow(OptimizeCommand::notInstalled);
        if (train.isPresent()) {
            return train(train.get().training(installation.training(), Path.of(Training.EMPTY)));
        }
        var maker = new CacheMaker(installation, output::tell);
        if (remove) {
            print(StartCacheDocument.of(maker.remove()));
        } else if (ifMissing) {
            maker.makeIfMissing();
            var files = installation.cache().map(InstalledCache::files).orElseGet(Map::of);
            print(StartCacheDocument.of(files.values()));
        } else {
            print(StartCacheDocument.of(maker.make().files().values()));
        }
        return ExitCode.SUCCESS;
    }

    private void print(StartCacheDocument document) {
        if (json) {
            output.print(document);
        } else {
            output.print(StartCacheReport.of(document, output.palette()));
        }
    }

    /** Runs in the process whose classes become the cache. */
    private int train(List<List<String>> commandLines) {
        for (var line : commandLines) {
            var arguments = line.toArray(String[]::new);
            int code = TenonCommand.commandLine(output, arguments).execute(arguments);
            if (code != ExitCode.SUCCESS) {
                output.tell("tenon " + String.join(" ", line) + " has ended with " + code + ".");
                return code;
            }
        }
        return ExitCode.SUCCESS;
    }

    private static HostException notInstalled() {
        return new HostException(
                Problem.error(
                        ProgramError.START_CACHE_FAILED,
                        "There is nothing to make a start cache for.",
                        "Tenon was not started by bin/tenon of a runtime image.",
                        "Use the launcher of an image, such as host/target/tenon/bin/tenon."));
    }
}
