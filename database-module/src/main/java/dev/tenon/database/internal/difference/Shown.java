package dev.tenon.database.internal.difference;

import static java.util.stream.Collectors.joining;

import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.UniqueKey;
import java.util.List;

/** Parts of a schema as people read them. */
final class Shown {

    private Shown() {}

    /** Found names and texts may hold what would steer a terminal. */
    static String text(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) || isInvisible(c) ? '?' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    static String name(String name) {
        return "'" + text(name) + "'";
    }

    static String table(String table) {
        return "the table " + name(table);
    }

    static String column(String table, String column) {
        return "the column " + name(column) + of(table);
    }

    static String columns(List<String> columns) {
        return columns.isEmpty()
                ? "none"
                : columns.stream().map(Shown::name).collect(joining(", ", "(", ")"));
    }

    static String definition(Column column) {
        return column.type()
                + (column.isNullable() ? "" : " NOT NULL")
                + (column.isGenerated() ? ", numbered by the database" : "")
                + (column.defaultValue().isPresent() ? " DEFAULT " + defaultOf(column) : "");
    }

    static String defaultOf(Column column) {
        return column.defaultValue().map(Shown::value).orElse("none");
    }

    private static String value(Default value) {
        return switch (value) {
            case Default.Text(var text) -> name(text);
            case Default.Numeric(var number) -> number.toPlainString();
            case Default.Truth(var truth) -> String.valueOf(truth);
            case Default.Now _ -> "now";
            case Default.Expression(var sql) -> text(sql);
        };
    }

    static String key(String table, UniqueKey key) {
        return "the key" + named(key.name()) + of(table) + ": " + columns(key.columns());
    }

    static String foreignKey(String table, ForeignKey key) {
        return "the foreign key"
                + named(key.name())
                + of(table)
                + ": "
                + columns(key.columns())
                + " to "
                + name(key.target())
                + " "
                + columns(key.targetColumns())
                + action(" on delete ", key.onDelete())
                + action(" on update ", key.onUpdate())
                + (key.isDeferred() ? " deferred" : "");
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : when + action.sql();
    }

    static String check(String table, Check check) {
        return "the check" + named(check.name()) + of(table) + ": " + text(check.condition());
    }

    static String index(String table, Index index) {
        var parts =
                index.parts().stream()
                        .map(p -> name(p.column()) + (p.isDescending() ? " DESC" : ""))
                        .collect(joining(", ", "(", ")"));
        return "the "
                + (index.isUnique() ? "unique " : "")
                + "index"
                + named(index.name())
                + of(table)
                + ": "
                + parts
                + index.where().map(w -> " where " + text(w)).orElse("");
    }

    private static String named(String name) {
        return name.isEmpty() ? "" : " " + name(name);
    }

    private static String of(String table) {
        return " of the table " + name(table);
    }
}
