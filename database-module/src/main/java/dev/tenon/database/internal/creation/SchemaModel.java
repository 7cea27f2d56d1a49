package dev.tenon.database.internal.creation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a schema means, as sorted lines of text: the same for the same meaning, in whatever order
 * tables and columns were declared, and on every engine and version of Java. It stands in databases
 * that exist, so a change of its form needs another number in {@link #FORM}.
 *
 * @param lines one for each table, column, key, check and index
 */
record SchemaModel(List<String> lines) {

    /** Stands in the place of a fingerprint where a module makes its tables itself. */
    static final String UNDECLARED = "undeclared";

    /** Begins the fingerprint of a database that migrations have made. */
    static final String MIGRATED = "migrated-";

    private static final String FORM = "1";

    private static final String TABLE = "table ";
    private static final String OF = " of ";

    SchemaModel {
        lines = List.copyOf(lines);
    }

    static SchemaModel of(Schema schema) {
        var lines = new ArrayList<String>();
        schema.tables().forEach(table -> add(table, lines));
        return new SchemaModel(lines.stream().sorted().toList());
    }

    static SchemaModel parse(String text) {
        return new SchemaModel(text.lines().toList());
    }

    /** Returns the number of the form and the SHA-256 of the text. */
    String fingerprint() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text().getBytes(UTF_8));
            return FORM + "-" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    String text() {
        return String.join("\n", lines);
    }

    /**
     * Returns the lines that the other model does not have; of a table that it does not have, the
     * line of the table alone.
     */
    List<String> without(SchemaModel other) {
        var missing = lines.stream().filter(line -> !other.lines.contains(line)).toList();
        var ofTables =
                missing.stream()
                        .filter(line -> line.startsWith(TABLE))
                        .map(line -> OF + line.substring(TABLE.length()) + " ")
                        .toList();
        return missing.stream()
                .filter(line -> ofTables.stream().noneMatch(line::contains))
                .toList();
    }

    private static void add(Table table, List<String> lines) {
        var of = OF + quoted(table.name());
        lines.add(TABLE + quoted(table.name()));
        table.columns().forEach(c -> lines.add("column " + quoted(c.name()) + of + typed(c)));
        if (!table.primaryKey().isEmpty()) {
            lines.add("primary key" + of + " " + list(table.primaryKey()));
        }
        table.uniqueKeys()
                .forEach(k -> lines.add("key " + quoted(k.name()) + of + " " + list(k.columns())));
        table.foreignKeys().forEach(k -> lines.add("foreign key " + quoted(k.name()) + of + of(k)));
        table.checks()
                .forEach(c ->
                        lines.add("check " + quoted(c.name()) + of + " " + escaped(c.condition())));
        table.indexes().forEach(i -> lines.add("index " + quoted(i.name()) + of + of(i)));
    }

    private static String typed(Column column) {
        return " "
                + column.type()
                + (column.isNullable() ? " NULL" : "")
                + (column.isGenerated() ? " NUMBERED" : "")
                + column.defaultValue().map(d -> " DEFAULT " + shown(d)).orElse("");
    }

    private static String shown(Default value) {
        return switch (value) {
            case Default.Text(var text) -> quoted(text);
            case Default.Numeric(var number) -> number.stripTrailingZeros().toPlainString();
            case Default.Truth(var truth) -> String.valueOf(truth);
            case Default.Now _ -> "now";
            case Default.Expression(var sql) -> escaped(sql);
        };
    }

    private static String of(ForeignKey key) {
        return " "
                + list(key.columns())
                + " to "
                + quoted(key.target())
                + " "
                + list(key.targetColumns())
                + " on delete "
                + key.onDelete()
                + " on update "
                + key.onUpdate()
                + (key.isDeferred() ? " deferred" : "");
    }

    private static String of(Index index) {
        return (index.isUnique() ? " unique " : " ")
                + index.parts().stream()
                        .map(p -> quoted(p.column()) + (p.isDescending() ? " DESC" : ""))
                        .collect(joining(", ", "(", ")"))
                + index.where().map(w -> " where " + escaped(w)).orElse("");
    }

    private static String list(List<String> columns) {
        return columns.stream().map(SchemaModel::quoted).collect(joining(", ", "(", ")"));
    }

    private static String quoted(String text) {
        return '"' + escaped(text).replace("\"", "\\\"") + '"';
    }

    /** Keeps a text on its line: whatever {@link String#lines} takes for an end of one. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
