package dev.tenon.crud.internal.validation;

import dev.tenon.crud.error.Violation;
import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.crud.internal.condition.TableCheck;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.crud.internal.row.RowValues;
import dev.tenon.crud.internal.row.Versions;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.value.Conversion;
import dev.tenon.crud.internal.value.GivenValue;
import dev.tenon.crud.internal.value.StoredValue;
import dev.tenon.database.engine.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the values of rows of one table. Immutable, and safe for use by many threads. */
public final class RowCheck {

    private final KnownTable table;
    private final List<TableCheck> checks;
    private final EntityConstraints constraints;

    /** Checks rows of the table. */
    public RowCheck(KnownTable table, Dialect dialect, EntityConstraints constraints) {
        this.table = table;
        this.checks = TableCheck.of(table, dialect);
        this.constraints = constraints;
    }

    /**
     * Checks values.
     *
     * @param key the key of the row that is changed; empty for a new one
     */
    public CheckedRow check(
            Map<String, ? extends @Nullable Object> given, Purpose purpose, List<Object> key) {
        var violations = new ArrayList<Violation>();
        var values = new RowValues.Builder(table);
        given.forEach((name, value) -> take(name, value, purpose, values, violations));
        var version = purpose.inserts() ? Optional.<Object>empty() : version(values);
        if (!purpose.inserts()) {
            removeKey(values, key, violations);
        }
        if (purpose != Purpose.PATCH) {
            complete(purpose, given, values, violations);
        }
        if (!checks.isEmpty()) {
            addBrokenChecks(purpose, given, values, violations);
        }
        if (!constraints.isEmpty()) {
            addBrokenConstraints(purpose, values, violations);
        }
        return new CheckedRow(values.build(), version, violations);
    }

    private void take(
            String name,
            @Nullable Object value,
            Purpose purpose,
            RowValues.Builder values,
            List<Violation> violations) {
        var found = table.find(name);
        if (found.isEmpty()) {
            violations.add(
                    new Violation(
                            Refusals.shown(name),
                            Rule.KNOWN,
                            "There is no such column. " + Refusals.offer(name, table.columnNames()),
                            ""));
            return;
        }
        var column = found.get();
        if (value == null) {
            takeNull(column, purpose, values, violations);
            return;
        }
        if (purpose == Purpose.CREATE && column.column().isGenerated()) {
            violations.add(
                    new Violation(
                            name,
                            Rule.KEY,
                            "The database numbers new rows: leave it out. A row that has a number"
                                    + " already is inserted with SQL, or by a repository.",
                            ShownValue.of(value)));
            return;
        }
        switch (GivenValue.of(value, column.type())) {
            case Conversion.Converted(var converted)
                    when purpose.inserts()
                            && isVersion(column)
                            && Versions.isLast(column, converted) ->
                    violations.add(
                            new Violation(
                                    name,
                                    Rule.RANGE,
                                    "A version is counted up from it, and it is the last one.",
                                    ShownValue.of(value)));
            case Conversion.Converted(var converted) -> values.put(column, converted);
            case Conversion.Refused(var rule, var message) ->
                    violations.add(new Violation(name, rule, message, ShownValue.of(value)));
        }
    }

    /** The database numbers a new row also where somebody says NULL. */
    private static void takeNull(
            KnownColumn column,
            Purpose purpose,
            RowValues.Builder values,
            List<Violation> violations) {
        if (column.isNullable()) {
            values.put(column, null);
        } else if (!purpose.inserts() || !column.column().isGenerated()) {
            violations.add(
                    new Violation(column.name(), Rule.REQUIRED, "It has to have a value.", "NULL"));
        }
    }

    private Optional<Object> version(RowValues.Builder values) {
        return table.version().flatMap(v -> Optional.ofNullable(values.remove(v)));
    }

    private void removeKey(RowValues.Builder values, List<Object> key, List<Violation> violations) {
        for (int i = 0; i < key.size(); i++) {
            var column = table.key().get(i);
            var given = values.remove(column);
            if (given != null && !StoredValue.text(given).equals(StoredValue.text(key.get(i)))) {
                violations.add(
                        new Violation(
                                column.name(),
                                Rule.KEY,
                                "The key of a row cannot be changed.",
                                ShownValue.of(given)));
            }
        }
    }

    private void complete(
            Purpose purpose,
            Map<String, ? extends @Nullable Object> given,
            RowValues.Builder values,
            List<Violation> violations) {
        for (KnownColumn column : table.columns()) {
            if (given.containsKey(column.name()) || isFilledIn(column, purpose)) {
                continue;
            }
            if (purpose == Purpose.UPDATE && column.isNullable()) {
                values.put(column, null);
            } else if (purpose == Purpose.UPDATE || !column.isOptional()) {
                violations.add(
                        new Violation(column.name(), Rule.REQUIRED, "It has to be given.", ""));
            }
        }
    }

    private boolean isFilledIn(KnownColumn column, Purpose purpose) {
        boolean isKept = purpose == Purpose.UPDATE && table.key().contains(column);
        return isVersion(column) || isKept;
    }

    private boolean isVersion(KnownColumn column) {
        return table.version().filter(column::equals).isPresent();
    }

    /** A value that is wrong already is missing here, and with it what a condition is about. */
    private void addBrokenChecks(
            Purpose purpose,
            Map<String, ? extends @Nullable Object> given,
            RowValues.Builder values,
            List<Violation> violations) {
        var row = new HashMap<String, @Nullable Object>();
        table.columns().stream()
                .filter(values::has)
                .forEach(column -> row.put(column.name(), values.get(column)));
        if (purpose.inserts()) {
            table.columns().stream()
                    .filter(c -> becomesNull(c) && !given.containsKey(c.name()))
                    .forEach(c -> row.put(c.name(), null));
        }
        for (TableCheck check : checks) {
            if (check.isBrokenBy(row)) {
                boolean isOfOne = check.columns().size() == 1;
                var field = isOfOne ? check.columns().iterator().next() : "";
                violations.add(
                        new Violation(
                                field,
                                Rule.CHECK,
                                "The condition " + check.text() + " is not met.",
                                isOfOne ? ShownValue.of(row.get(field)) : ""));
            }
        }
    }

    /** A value that is wrong already is not looked at again. */
    private void addBrokenConstraints(
            Purpose purpose, RowValues.Builder values, List<Violation> violations) {
        var wrong = violations.stream().map(Violation::field).toList();
        for (KnownColumn column : table.columns()) {
            boolean isNull = purpose.inserts() && becomesNull(column);
            if ((values.has(column) || isNull) && !wrong.contains(column.name())) {
                violations.addAll(constraints.check(column.name(), values.get(column)));
            }
        }
    }

    /** Returns whether the column is NULL in a new row that does not give it. */
    private static boolean becomesNull(KnownColumn column) {
        return column.isNullable() && column.column().defaultValue().isEmpty();
    }
}
