package dev.tenon.database.schema;

import static dev.tenon.database.error.SchemaError.COLUMN_UNKNOWN;
import static dev.tenon.database.error.SchemaError.REFERENCE_INVALID;
import static dev.tenon.database.schema.SchemaChecks.quoted;

import dev.tenon.core.error.Problem;
import dev.tenon.core.error.SimilarName;
import dev.tenon.database.error.SchemaError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds what is wrong with one foreign key. */
final class ReferenceChecks {

    private final Table table;
    private final ForeignKey key;
    private final Map<String, Table> tables;
    private final List<Problem> problems;

    ReferenceChecks(
            Table table, ForeignKey key, Map<String, Table> tables, List<Problem> problems) {
        this.table = table;
        this.key = key;
        this.tables = tables;
        this.problems = problems;
    }

    void run() {
        if (key.columns().isEmpty() || new HashSet<>(key.columns()).size() < key.columns().size()) {
            add(REFERENCE_INVALID, "It has no columns, or one of them twice.");
            return;
        }
        var unknown = key.columns().stream().filter(c -> table.column(c).isEmpty()).toList();
        unknown.forEach(c -> add(COLUMN_UNKNOWN, "There is no column " + quoted(c) + "."));
        var target = tables.get(key.target());
        if (target == null) {
            add(
                    REFERENCE_INVALID,
                    "There is no table "
                            + quoted(key.target())
                            + " in the schema."
                            + SimilarName.of(key.target(), tables.keySet())
                                    .map(n -> " Was " + quoted(n) + " meant?")
                                    .orElse(""));
        } else if (unknown.isEmpty()) {
            checkTarget(target);
            checkActions();
        }
    }

    private void checkTarget(Table target) {
        var columns = key.targetColumns();
        if (columns.isEmpty()) {
            add(
                    REFERENCE_INVALID,
                    "The table " + quoted(target.name()) + " has no primary key to refer to.");
        } else if (!target.isKey(columns)) {
            add(
                    REFERENCE_INVALID,
                    "The columns "
                            + columns
                            + " are neither the primary key nor another key of the table "
                            + quoted(target.name())
                            + ", in that order.");
        } else if (columns.size() != key.columns().size()) {
            add(
                    REFERENCE_INVALID,
                    "It has "
                            + key.columns().size()
                            + " columns for the "
                            + columns.size()
                            + " of the key of the table "
                            + quoted(target.name())
                            + ".");
        } else {
            for (int i = 0; i < columns.size(); i++) {
                checkTypes(key.columns().get(i), target, columns.get(i));
            }
        }
    }

    private void checkTypes(String from, Table target, String to) {
        var mine = table.column(from).map(Column::type);
        var theirs = target.column(to).map(Column::type);
        if (theirs.isPresent() && !mine.equals(theirs)) {
            add(
                    REFERENCE_INVALID,
                    "The column "
                            + quoted(from)
                            + " is "
                            + mine.orElseThrow()
                            + ", but "
                            + quoted(to)
                            + " of the table "
                            + quoted(target.name())
                            + " is "
                            + theirs.get()
                            + ".");
        }
    }

    private void checkActions() {
        var actions = List.of(key.onDelete(), key.onUpdate());
        if (actions.contains(ReferentialAction.SET_NULL)) {
            demand(Column::isNullable, "SET NULL cannot be: the column %s must have a value.");
        }
        if (actions.contains(ReferentialAction.SET_DEFAULT)) {
            demand(
                    c -> c.isNullable() || c.defaultValue().isPresent(),
                    "SET DEFAULT cannot be: the column %s has no default.");
        }
    }

    private void demand(Predicate<Column> condition, String otherwise) {
        key.columns().stream()
                .flatMap(c -> table.column(c).stream())
                .filter(condition.negate())
                .forEach(c -> add(REFERENCE_INVALID, otherwise.formatted(quoted(c.name()))));
    }

    private void add(SchemaError code, String cause) {
        problems.add(
                Problem.error(
                        code,
                        "The foreign key "
                                + quoted(key.name())
                                + " of the table "
                                + quoted(table.name())
                                + " cannot be made.",
                        cause,
                        code.remedy()));
    }
}
