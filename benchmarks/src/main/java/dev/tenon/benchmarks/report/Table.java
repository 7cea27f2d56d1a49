package dev.tenon.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of texts.
 *
 * @param title what it shows, one sentence
 * @param rows each with a cell per column
 */
public record Table(String title, List<String> columns, List<List<String>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    String markdown() {
        return title
                + "\n\n"
                + line(columns)
                + line(columns.stream().map(_ -> "---").toList())
                + rows.stream().map(Table::line).collect(Collectors.joining());
    }

    String text() {
        var widths =
                IntStream.range(0, columns.size())
                        .map(i ->
                                Stream.concat(Stream.of(columns), rows.stream())
                                        .mapToInt(row -> row.get(i).length())
                                        .max()
                                        .orElse(0))
                        .toArray();
        return title
                + "\n"
                + Stream.concat(Stream.of(columns), rows.stream())
                        .map(row -> aligned(row, widths))
                        .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String aligned(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + "\n";
    }
}
