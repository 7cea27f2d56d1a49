package dev.tenon.database.internal.place;

import dev.tenon.core.Inspection;
import dev.tenon.core.Inspection.Flawed;
import dev.tenon.core.Inspection.Sound;
import dev.tenon.core.error.Problem;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.file.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at a folder of databases. */
public record FolderInspection(Path folder) {

    /** So many MB that a database can grow for a while. */
    private static final long ENOUGH = 200;

    public List<Inspection> look() {
        try {
            if (Files.isDirectory(folder)) {
                return ofFolder();
            }
            return List.of(Files.exists(folder) ? unusable("It is no folder.") : ofMissing());
        } catch (IOException e) {
            return List.of(unusable(Problem.describe(e)));
        }
    }

    private Inspection ofMissing() {
        var above = Stream.iterate(folder.getParent(), p -> p != null, Path::getParent);
        var nearest = above.filter(Files::exists).findFirst();
        return nearest.filter(Files::isWritable).filter(Files::isDirectory).isPresent()
                ? new Sound(
                        "The folder %s is not there yet: the first database makes it."
                                .formatted(folder))
                : unusable(
                        "It is not there, and cannot be made in "
                                + nearest.map(Path::toString).orElse("its parent")
                                + ".");
    }

    private List<Inspection> ofFolder() throws IOException {
        if (!Files.isReadable(folder) || !Files.isWritable(folder)) {
            return List.of(unusable("This user cannot both read and write it."));
        }
        var findings = new ArrayList<Inspection>();
        Permissions.openToOthers(folder).map(Flawed::new).ifPresent(findings::add);
        var store = Files.getFileStore(folder);
        long free = store.getUsableSpace() >> 20;
        if (free < ENOUGH) {
            findings.add(new Flawed(full(free)));
        }
        findings.add(
                new Sound(
                        "%s: %s%d MB free, file system %s, in use by %s."
                                .formatted(
                                        folder,
                                        Permissions.text(folder).map(t -> t + ", ").orElse(""),
                                        free,
                                        store.type(),
                                        FolderLock.look(folder.toRealPath()).orElse("no host"))));
        return findings;
    }

    private Problem full(long free) {
        return Problem.warning(
                DatabaseError.DISK_FULL,
                "%d MB are free for the databases in %s.".formatted(free, folder),
                "Less than %d MB may be used up soon.".formatted(ENOUGH),
                DatabaseError.DISK_FULL.remedy());
    }

    private Inspection unusable(String cause) {
        return new Flawed(
                Problem.error(
                        DatabaseError.NOT_PERMITTED,
                        "The folder " + folder + " cannot be used.",
                        cause,
                        DatabaseError.NOT_PERMITTED.remedy()));
    }
}
