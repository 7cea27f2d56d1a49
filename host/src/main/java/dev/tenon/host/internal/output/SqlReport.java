package dev.tenon.host.internal.output;

import dev.tenon.database.admin.StatementResult;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a statement has brought, for people. */
public final class SqlReport {

    /** What would steer a terminal, or break the table. */
    private static final Pattern CONTROL = Pattern.compile("\\p{C}");

    private SqlReport() {}

    /** Returns a table of the rows, and a line with their number, or with that of the changed. */
    public static String of(StatementResult result, Palette palette) {
        if (result.columns().isEmpty()) {
            return count(result.changed()) + " changed" + System.lineSeparator();
        }
        var table =
                new Table()
                        .row(
                                result.columns().stream()
                                        .map(name -> palette.heading(plain(name)))
                                        .toArray(String[]::new));
        for (List<Optional<Object>> row : result.rows()) {
            table.row(row.stream().map(SqlReport::cell).toArray(String[]::new));
        }
        return table + count(result.rows().size()) + System.lineSeparator();
    }

    private static String cell(Optional<Object> value) {
        return value.map(v -> plain(v.toString())).orElse("NULL");
    }

    private static String plain(String text) {
        return CONTROL.matcher(text).replaceAll("\uFFFD");
    }

    private static String count(long rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }
}
