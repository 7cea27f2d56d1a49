package dev.tenon.host.internal.output;

import dev.tenon.database.admin.HistoryEntry;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What became of changes of schemas, for people. */
public final class HistoryReport {

    private HistoryReport() {}

    /** Returns a table of the changes, with what went wrong. */
    public static String of(List<HistoryEntry> entries, Palette palette) {
        if (entries.isEmpty()) {
            return "Nothing is on record." + System.lineSeparator();
        }
        var table =
                new Table()
                        .row(
                                palette.heading("BEGUN"),
                                palette.heading("MODULE"),
                                palette.heading("ENGINE"),
                                palette.heading("VERSION"),
                                palette.heading("STATUS"),
                                palette.heading("TOOK"),
                                palette.heading("WHAT"));
        for (HistoryEntry entry : entries) {
            table.row(
                    entry.begunAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    entry.module(),
                    entry.engine(),
                    entry.version().isEmpty() ? "-" : entry.version(),
                    entry.status().equals("failed")
                            ? palette.error(entry.status())
                            : entry.status(),
                    entry.took().toMillis() + " ms",
                    entry.description());
            entry.error().ifPresent(table::note);
        }
        return table.toString();
    }
}
