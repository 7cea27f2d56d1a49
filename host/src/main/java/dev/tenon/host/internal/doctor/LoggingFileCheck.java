package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import dev.tenon.host.internal.launch.Locations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether the log is set up. */
final class LoggingFileCheck implements Check {

    private final Locations locations;

    LoggingFileCheck(Locations locations) {
        this.locations = locations;
    }

    @Override
    public Group group() {
        return Group.IMAGE;
    }

    @Override
    public String name() {
        return "logging";
    }

    @Override
    public List<Finding> look() {
        Optional<Path> file =
                Optional.ofNullable(System.getProperty("java.util.logging.config.file"))
                        .map(Path::of)
                        .or(() ->
                                locations
                                        .home()
                                        .map(h -> h.resolve("conf").resolve("logging.properties")));
        return List.of(
                file.filter(Files::isReadable)
                        .map(f -> Finding.fine("The log is set up by " + f + "."))
                        .orElseGet(() -> new Finding.Flaw(missing(file))));
    }

    private static Problem missing(Optional<Path> file) {
        return Problem.warning(
                ProgramError.INSTALLATION_DAMAGED,
                file.map(f -> "There is no readable file " + f + ".")
                        .orElse("No file sets up the log."),
                "The JDK's own settings hold then, with two lines for each entry.",
                "Put conf/logging.properties of a fresh installation there.");
    }
}
