package dev.tenon.host.internal.output;

import dev.tenon.database.admin.BackupInfo;
import java.util.List;
import java.util.Locale;

/** Backups, for people. */
public final class BackupsReport {

    private static final int KIBI = 1024;

    private BackupsReport() {}

    /** Returns a table of backups. */
    public static String of(List<BackupInfo> backups, Palette palette) {
        if (backups.isEmpty()) {
            return "There are no databases." + System.lineSeparator();
        }
        var table =
                new Table()
                        .row(
                                palette.heading("DATABASE"),
                                palette.heading("VERSION"),
                                palette.heading("TABLES"),
                                palette.heading("ROWS"),
                                palette.heading("SIZE"),
                                palette.heading("FILE"));
        for (BackupInfo backup : backups) {
            table.row(
                    backup.database(),
                    backup.schemaVersion().isEmpty() ? "-" : backup.schemaVersion(),
                    "" + backup.rows().size(),
                    "" + backup.rows().values().stream().mapToLong(Long::longValue).sum(),
                    size(backup.bytes()),
                    backup.file().toString());
        }
        return table.toString();
    }

    private static String size(long bytes) {
        return bytes < KIBI * KIBI
                ? (bytes + KIBI - 1) / KIBI + " KiB"
                : String.format(Locale.ROOT, "%.1f MiB", (double) bytes / (KIBI * KIBI));
    }
}
