package dev.tenon.database.schema;

import static dev.tenon.database.error.SchemaError.CHECK_INVALID;
import static dev.tenon.database.error.SchemaError.COLUMN_UNKNOWN;
import static dev.tenon.database.error.SchemaError.DEFAULT_INVALID;
import static dev.tenon.database.error.SchemaError.KEY_INVALID;
import static dev.tenon.database.error.SchemaError.NO_COLUMNS;
import static dev.tenon.database.error.SchemaError.TYPE_INVALID;
import static dev.tenon.database.schema.SchemaChecks.quoted;

import dev.tenon.core.error.Problem;
import dev.tenon.core.error.SimilarName;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.schema.ColumnType.Plain;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with one table in itself. */
final class TableChecks {

    private static final Set<ColumnType> NUMBERED =
            Set.of(Plain.SMALLINT, Plain.INTEGER, Plain.BIGINT);

    private final Table table;
    private final List<Problem> problems;

    TableChecks(Table table, List<Problem> problems) {
        this.table = table;
        this.problems = problems;
    }

    void run() {
        if (table.columns().isEmpty()) {
            add(NO_COLUMNS, "The table " + quoted(table.name()) + " has no columns.", "");
        }
        table.columns().forEach(this::check);
        if (!table.primaryKey().isEmpty()) {
            key("The primary key", table.primaryKey());
            table.primaryKey().stream()
                    .flatMap(c -> table.column(c).stream())
                    .filter(Column::isNullable)
                    .forEach(c ->
                            add(
                                    KEY_INVALID,
                                    "The primary key" + of() + " cannot be made.",
                                    "Its column " + quoted(c.name()) + " may have no value."));
        }
        table.uniqueKeys().forEach(k -> key("The key " + quoted(k.name()), k.columns()));
        for (Index index : table.indexes()) {
            key("The index " + quoted(index.name()), index.columns());
            index.where().ifPresent(w -> condition("index " + quoted(index.name()), w));
        }
        table.checks().forEach(c -> condition("check " + quoted(c.name()), c.condition()));
    }

    private void check(Column column) {
        var what = "The column " + quoted(column.name()) + of();
        switch (column.type()) {
            case ColumnType.Varchar(int length) when length < 1 ->
                    add(
                            TYPE_INVALID,
                            what + " has no usable type.",
                            "Its length is " + length + ".");
            case ColumnType.Decimal(int precision, int scale)
                    when precision < 1 || scale < 0 || scale > precision ->
                    add(
                            TYPE_INVALID,
                            what + " has no usable type.",
                            "It has " + precision + " digits, " + scale + " after the point.");
            case ColumnType.Native(String sql) ->
                    add(
                            TYPE_INVALID,
                            what + " has no usable type.",
                            "'" + UnusableName.shown(sql) + "' is a type of one engine alone.");
            default -> {}
        }
        if (column.isGenerated()
                && (!NUMBERED.contains(column.type())
                        || column.isNullable()
                        || column.defaultValue().isPresent()
                        || !table.primaryKey().equals(List.of(column.name())))) {
            add(
                    KEY_INVALID,
                    what + " cannot be numbered by the database.",
                    "That needs a whole number that alone is the primary key, without a default.");
        }
        column.defaultValue()
                .flatMap(d -> DefaultChecks.flaw(d, column.type()))
                .ifPresent(flaw -> add(DEFAULT_INVALID, what + " has an unusable default.", flaw));
    }

    private void key(String what, List<String> columns) {
        var fact = what + of() + " cannot be made.";
        if (columns.isEmpty()) {
            add(KEY_INVALID, fact, "It has no columns.");
        }
        var seen = new HashSet<String>();
        for (String name : columns) {
            if (!seen.add(name)) {
                add(KEY_INVALID, fact, "It has the column " + quoted(name) + " twice.");
            }
            var column = table.column(name);
            if (column.isEmpty()) {
                add(
                        COLUMN_UNKNOWN,
                        fact,
                        "There is no column " + quoted(name) + "." + similar(name));
            } else if (column.get().type() == Plain.JSON) {
                add(
                        KEY_INVALID,
                        fact,
                        "Its column "
                                + quoted(name)
                                + " holds JSON documents, which have no order.");
            }
        }
    }

    private String similar(String name) {
        return SimilarName.of(name, table.columns().stream().map(Column::name).toList())
                .map(n -> " Was " + quoted(n) + " meant?")
                .orElse("");
    }

    private void condition(String what, String condition) {
        SqlCondition.flaw(condition)
                .ifPresent(flaw ->
                        add(
                                CHECK_INVALID,
                                "The condition of the " + what + of() + " cannot be used.",
                                flaw));
    }

    private String of() {
        return " of the table " + quoted(table.name());
    }

    private void add(SchemaError code, String fact, String cause) {
        problems.add(Problem.error(code, fact, cause, code.remedy()));
    }
}
