package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Whether copies of plugins can be kept from start to start. */
final class WorkFolderCheck implements Check {

    private final Surroundings surroundings;

    WorkFolderCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Group group() {
        return Group.SETTINGS;
    }

    @Override
    public String name() {
        return "work folder";
    }

    @Override
    public List<Finding> look() throws IOException {
        if (surroundings.workFolder().isEmpty()) {
            return List.of(temporary("The cache folder of the user cannot be written."));
        }
        var folder = surroundings.workFolder().get().toAbsolutePath();
        var writable =
                Existing.parentOf(folder)
                        .filter(p -> Files.isDirectory(p) && Files.isWritable(p))
                        .isPresent();
        if (!writable) {
            return List.of(
                    new Finding.Flaw(
                            Problem.error(
                                    HostError.COPY_FAILED,
                                    "The work folder " + folder + " cannot be written.",
                                    "It, or the nearest thing above it that exists, is not a folder"
                                            + " that this user may write.",
                                    "Correct the permissions, or choose another one with --work.")));
        }
        return List.of(
                isInUse(folder.resolve("host.lock"))
                        ? temporary("Another host uses " + folder + ".")
                        : Finding.fine(folder + " can be written and is free."));
    }

    private static Finding temporary(String cause) {
        return new Finding.Flaw(
                Problem.warning(
                        HostError.COPY_FAILED,
                        "A host that starts now works in a temporary folder.",
                        cause,
                        "Choose another one with --work if copies are to be kept."));
    }

    private static boolean isInUse(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        }
    }
}
