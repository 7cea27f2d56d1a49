package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import dev.tenon.host.internal.launch.Locations;
import java.nio.file.Path;
import java.util.List;

/** Whether Tenon runs as it was built: by its own launcher, with its own Java. */
final class LauncherCheck implements Check {

    private final Locations locations;

    LauncherCheck(Locations locations) {
        this.locations = locations;
    }

    @Override
    public Group group() {
        return Group.IMAGE;
    }

    @Override
    public String name() {
        return "runtime";
    }

    @Override
    public List<Finding> look() {
        var java = Path.of(System.getProperty("java.home"));
        var version = "Java %s in %s".formatted(Runtime.version(), java);
        return List.of(
                locations.home().map(h -> h.resolve("runtime")).filter(java::equals).isPresent()
                        ? Finding.fine(version + ".")
                        : new Finding.Flaw(
                                Problem.warning(
                                        ProgramError.INSTALLATION_DAMAGED,
                                        version + ", which is not part of an installation.",
                                        "Tenon was not started by bin/tenon of a runtime image, so it"
                                                + " may lack options, modules and the start cache.",
                                        "Start it with bin/tenon.")));
    }
}
