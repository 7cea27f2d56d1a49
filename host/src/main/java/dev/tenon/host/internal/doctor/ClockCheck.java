package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import dev.tenon.host.internal.launch.Locations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Whether the clock stands before the installation was made. */
final class ClockCheck implements Check {

    private final Locations locations;

    ClockCheck(Locations locations) {
        this.locations = locations;
    }

    @Override
    public Group group() {
        return Group.MACHINE;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Finding> look() throws IOException {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Optional<Path> made =
                locations.home().map(h -> h.resolve("fingerprint")).filter(Files::exists);
        var isEarly =
                made.isPresent()
                        && now.plus(1, ChronoUnit.DAYS)
                                .isBefore(Files.getLastModifiedTime(made.get()).toInstant());
        return List.of(
                isEarly
                        ? new Finding.Flaw(
                                Problem.warning(
                                        ProgramError.MACHINE_SHORT,
                                        "It is " + now + ", before this installation was made.",
                                        "The clock is probably slow, so certificates seem not to be"
                                                + " valid yet.",
                                        "Set the clock, for instance with 'timedatectl set-ntp true'."))
                        : Finding.fine("It is " + now + "."));
    }
}
