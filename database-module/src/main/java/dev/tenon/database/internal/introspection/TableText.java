package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.internal.introspection.Clause.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A statement that creates a table, as SQLite and MariaDB keep it, in parts.
 *
 * @param columns the columns in their order
 * @param clauses what is said of the whole table
 */
record TableText(List<ColumnText> columns, List<Clause> clauses) {

    /**
     * One column.
     *
     * @param name its name
     * @param clauses what is said of it behind its name; of each part of its type one, too
     * @param sql all of it
     */
    record ColumnText(String name, List<Clause> clauses, String sql) {

        Stream<Clause> all(Kind kind) {
            return clauses.stream().filter(c -> c.kind() == kind);
        }
    }

    /** The words that no column begins with, because they cannot be names without marks. */
    static final Set<String> RESERVED =
            Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    /**
     * As MariaDB shows a table: all columns are in quotation marks, and what begins with another
     * word is an index, which is kept as if it were a column.
     */
    static final Set<String> QUOTED_COLUMNS = Set.of("CONSTRAINT", "PRIMARY", "CHECK", "FOREIGN");

    /**
     * Takes a statement apart.
     *
     * @param beginnings the words that begin something else than a column
     */
    static TableText of(String sql, Set<Lexis> lexis, Set<String> beginnings) {
        var cursor = new Cursor(sql, Tokens.of(sql, lexis));
        while (!cursor.atEnd() && !cursor.is("(")) {
            cursor.skip();
        }
        cursor.take("(");
        var columns = new ArrayList<ColumnText>();
        var clauses = new ArrayList<Clause>();
        var reader = new ClauseReader(cursor);
        while (!cursor.atEnd() && !cursor.is(")")) {
            if (isColumn(cursor.current(), beginnings)) {
                int from = cursor.place();
                var name = cursor.takeText();
                var of = reader.clauses();
                columns.add(new ColumnText(name, of, cursor.text(from, cursor.place())));
            } else {
                clauses.addAll(reader.clauses());
            }
            cursor.take(",");
        }
        return new TableText(List.copyOf(columns), List.copyOf(clauses));
    }

    private static boolean isColumn(Token first, Set<String> beginnings) {
        return first.kind() != Token.Kind.WORD
                || !beginnings.contains(first.text().toUpperCase(Locale.ROOT));
    }

    Stream<Clause> all(Kind kind) {
        return clauses.stream().filter(c -> c.kind() == kind);
    }

    /** Returns what is said of the column. */
    List<Clause> of(String column) {
        return column(column).map(ColumnText::clauses).orElse(List.of());
    }

    /** Returns what makes the column. */
    String sqlOf(String column) {
        return column(column).map(ColumnText::sql).orElse("");
    }

    private Optional<ColumnText> column(String name) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }
}
