package dev.tenon.host.internal.command;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.SettingValue;
import dev.tenon.host.internal.json.ConfigDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.HostFromOptions;
import dev.tenon.host.internal.option.HostOptions;
import dev.tenon.host.internal.output.ConfigReference;
import dev.tenon.host.internal.output.ConfigReport;
import dev.tenon.host.internal.output.Output;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenon config}: every setting, with its value and where that comes from. */
@Command(
        name = "config",
        description = {
            "Lists every setting that the host and the modules declare: its value, where that comes"
                    + " from, what it is for, and what it may be; and what is wrong with settings.",
            "",
            "Nothing is started, no class of a plugin is loaded. Secrets are shown as asterisks."
        },
        descriptionHeading = "%n",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenon config",
            "  tenon config sample.notes",
            "  tenon config --set-only",
            "  tenon config --json | jq -r '.settings[] | [.name, .value] | @tsv'"
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:every setting is right",
            "1:a setting is wrong, missing or unknown",
            ExitCode.LIST_USAGE,
            ExitCode.LIST_INTERNAL
        })
final class ConfigCommand implements Callable<Integer> {

    private static final Set<HostError> OF_SETTINGS =
            EnumSet.of(
                    HostError.SETTING_INVALID,
                    HostError.SETTING_MISSING,
                    HostError.SETTING_UNKNOWN,
                    HostError.SETTINGS_DECLARATION);

    private final Output output;

    @Mixin HostOptions host = new HostOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "PREFIX",
            description =
                    "List only the settings whose names begin with it, such as the name of a module.")
    String prefix = "";

    @Option(names = "--set-only", description = "List only the settings that some source has.")
    boolean setOnly;

    @Option(
            names = "--markdown",
            description = "Print a reference of the settings as Markdown, without their values.")
    boolean markdown;

    @Option(names = "--json", description = "Print the settings as JSON.")
    boolean json;

    ConfigCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        var plan = HostFromOptions.builder(host).plan();
        List<SettingValue> settings =
                plan.settings().stream()
                        .filter(s -> s.name().startsWith(prefix))
                        .filter(s -> !setOnly || s.origin().isPresent())
                        .toList();
        List<Problem> problems =
                plan.problems().stream().filter(p -> OF_SETTINGS.contains(p.code())).toList();
        if (json) {
            output.print(ConfigDocument.of(settings, problems));
        } else if (markdown) {
            output.print(ConfigReference.of(settings));
        } else {
            output.print(ConfigReport.of(settings, problems, output.palette()));
        }
        return problems.stream().anyMatch(Problem::isError)
                ? ExitCode.NOT_STARTED
                : ExitCode.SUCCESS;
    }
}
