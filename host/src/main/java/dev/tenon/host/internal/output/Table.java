package dev.tenon.host.internal.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows in aligned columns, two blanks apart, each with notes below it if need be. Lines end without
 * blanks.
 */
final class Table {

    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final String GAP = "  ";

    private sealed interface Line {
        record Row(List<String> cells) implements Line {}

        record Note(String text) implements Line {}
    }

    private final List<Line> lines = new ArrayList<>();

    /** Adds a row; its cells may be coloured. */
    Table row(String... cells) {
        lines.add(new Line.Row(Arrays.asList(cells)));
        return this;
    }

    /** Adds lines below the last row, indented. */
    Table note(String text) {
        text.lines().map(l -> "    " + l).map(Line.Note::new).forEach(lines::add);
        return this;
    }

    /** Returns the table, with a line end after each line. */
    @Override
    public String toString() {
        var widths = widths();
        var text = new StringBuilder();
        for (Line line : lines) {
            text.append(
                            switch (line) {
                                case Line.Row(var cells) -> aligned(cells, widths);
                                case Line.Note(var note) -> note.stripTrailing();
                            })
                    .append(System.lineSeparator());
        }
        return text.toString();
    }

    private List<Integer> widths() {
        var widths = new ArrayList<Integer>();
        for (Line line : lines) {
            if (line instanceof Line.Row(var cells)) {
                for (int i = 0; i < cells.size(); i++) {
                    if (i == widths.size()) {
                        widths.add(0);
                    }
                    widths.set(i, Math.max(widths.get(i), width(cells.get(i))));
                }
            }
        }
        return widths;
    }

    private static String aligned(List<String> cells, List<Integer> widths) {
        var text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            text.append(cell).repeat(" ", widths.get(i) - width(cell)).append(GAP);
        }
        return text.toString().stripTrailing();
    }

    /** Returns how wide the text is on a screen. */
    private static int width(String cell) {
        var visible = COLOUR.matcher(cell).replaceAll("");
        return visible.codePointCount(0, visible.length());
    }
}
