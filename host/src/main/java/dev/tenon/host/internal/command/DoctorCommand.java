package dev.tenon.host.internal.command;

import dev.tenon.host.internal.doctor.Diagnosis;
import dev.tenon.host.internal.doctor.Surroundings;
import dev.tenon.host.internal.json.DoctorDocument;
import dev.tenon.host.internal.launch.Locations;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.option.HostFromOptions;
import dev.tenon.host.internal.option.HostOptions;
import dev.tenon.host.internal.output.DoctorReport;
import dev.tenon.host.internal.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon doctor}: what the machine, the image and the settings lack. */
@Command(
        name = "doctor",
        description = {
            "Looks for what the machine, the installation, the settings and the files of databases"
                    + " lack, and says what to do about it.",
            "",
            "Nothing is started and nothing is changed, also while a host runs. Databases on servers"
                    + " are not looked at."
        },
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenon doctor",
            "  tenon doctor --plugins my-plugins --work /var/lib/tenon",
            "  tenon doctor --json | jq '.findings[] | select(.state != \"OK\")'"
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:no finding is an ERROR; there may be WARNINGs",
            "1:a finding is an ERROR",
            "2:wrong usage",
            ExitCode.LIST_INTERNAL
        })
final class DoctorCommand implements Callable<Integer> {

    private final Output output;

    @Mixin HostOptions host = new HostOptions();

    @Option(names = "--json", description = "Print the findings as JSON.")
    boolean json;

    DoctorCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        var locations = Locations.ofProcess();
        var diagnosis =
                Diagnosis.of(
                        new Surroundings(
                                locations,
                                host.work().or(locations::workFolder),
                                () -> HostFromOptions.builder(host).plan(),
                                () -> HostFromOptions.builder(host).inspect()));
        if (json) {
            output.print(DoctorDocument.of(diagnosis));
        } else {
            output.print(DoctorReport.of(diagnosis, output.palette()));
        }
        return diagnosis.isHealthy() ? ExitCode.SUCCESS : ExitCode.NOT_STARTED;
    }
}
