package dev.tenon.host.internal.doctor;

import java.util.List;

/** All checks, in the order in which they are shown. */
final class Checks {

    private Checks() {}

    static List<Check> all(Surroundings surroundings) {
        var locations = surroundings.locations();
        return List.of(
                new ProcessorCheck(),
                new MemoryCheck(),
                new OpenFilesCheck(),
                new DiskCheck(surroundings),
                new TemporaryFolderCheck(),
                new EncodingCheck(),
                new ClockCheck(locations),
                new LauncherCheck(locations),
                new JarsCheck(locations),
                new LoggingFileCheck(locations),
                new StartCacheCheck(locations),
                new WorkFolderCheck(surroundings),
                new PlanCheck(surroundings),
                new DatabasesCheck(surroundings));
    }
}
