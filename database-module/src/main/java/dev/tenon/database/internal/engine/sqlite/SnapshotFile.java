package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.Snapshot;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of the files that snapshots are: {@code notes-2026-11-21T15-09-23-123Z-v3.db}. */
final class SnapshotFile {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern NAME =
            Pattern.compile(
                    "(.+)-(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z)(?:-v(.+))?\\.db");
    private static final Pattern KEPT =
            Pattern.compile(
                    "(.+)-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z(?:-v.+|-damaged)?"
                            + "\\.db(?:-wal|-journal)?");
    private static final int LONGEST_VERSION = 60;

    private SnapshotFile() {}

    /** Returns the snapshot that a file of a new name will be. */
    static Snapshot next(Path folder, String database, String schemaVersion, Instant now) {
        var version = schemaVersion.replaceAll("[^A-Za-z0-9._-]", "_");
        var shown = version.substring(0, Math.min(version.length(), LONGEST_VERSION));
        var name =
                database + "-" + MOMENT.format(now) + (shown.isEmpty() ? "" : "-v" + shown) + ".db";
        return new Snapshot(name, shown, now, Optional.of(folder.resolve(name)));
    }

    /** Returns the file that is kept of a database that cannot be read. */
    static Path damaged(Path folder, String database, Instant now) {
        return folder.resolve(database + "-" + MOMENT.format(now) + "-damaged.db");
    }

    /** Returns whether a file is a snapshot of the database, or was kept of it when damaged. */
    static boolean isKept(Path file, String database) {
        var name = KEPT.matcher(file.getFileName().toString());
        return name.matches() && name.group(1).equals(database);
    }

    /** Returns the snapshot that a file is, if it is one of the database. */
    static Optional<Snapshot> of(Path file, String database) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !name.group(1).equals(database)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Snapshot(
                            name.group(),
                            Optional.ofNullable(name.group(3)).orElse(""),
                            MOMENT.parse(name.group(2), Instant::from),
                            Optional.of(file)));
        } catch (DateTimeException _) {
            // Somebody else's file.
            return Optional.empty();
        }
    }
}
