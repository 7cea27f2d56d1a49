package dev.tenon.crud.internal.row;

import dev.tenon.crud.error.ValidationException;
import dev.tenon.crud.error.Violation;
import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.SqlWriter;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.value.StoredValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements over single rows of one table. Immutable, and safe for use by many threads.
 */
public final class RowStatements {

    private final KnownTable table;
    private final Syntax syntax;
    private final Powers powers;
    private final RowShape whole;
    private final String find;
    private final String lock;
    private final String returning;

    /**
     * Writes those of a table.
     *
     * @param syntax how the engine says things
     * @param powers what it can do
     */
    public RowStatements(KnownTable table, Syntax syntax, Powers powers) {
        this.table = table;
        this.syntax = syntax;
        this.powers = powers;
        whole = RowShape.whole(table);
        var finding = writer().add("select " + whole.list() + " from " + table.quoted());
        // The text is the same for every key.
        whereKey(finding, Collections.nCopies(table.key().size(), null));
        find = finding.fragment().sql();
        lock = powers.locks() ? find + " for update" : find;
        returning = powers.returns() ? " returning " + whole.list() : "";
    }

    KnownTable table() {
        return table;
    }

    Powers powers() {
        return powers;
    }

    /** Returns the shape of the rows that are found, or returned after a change. */
    RowShape whole() {
        return whole;
    }

    /** Returns what finds the row of a key, with a question mark for each of its values. */
    String find() {
        return find;
    }

    /** Returns {@link #find}, which keeps the row from being changed by others if possible. */
    String lock() {
        return lock;
    }

    Fragment<@Nullable Object> insert(RowValues values) {
        var writer = writer();
        writeInsert(writer, values);
        return returning(writer);
    }

    /**
     * Inserts, or changes the row with the primary key.
     *
     * @param expected the version that the row has to have, on an engine that names conflicts
     */
    Fragment<@Nullable Object> upsert(RowValues values, Optional<Object> expected) {
        var writer = writer();
        writeInsert(writer, values);
        var changed =
                values.columns().stream()
                        .filter(c -> !table.key().contains(c) && !isVersion(c))
                        .toList();
        // With nothing to change, something has to be: otherwise no row is returned.
        var set = changed.isEmpty() ? table.key().subList(0, 1) : changed;
        if (powers.namesConflicts()) {
            writer.add(" on conflict (")
                    .joined(", ", table.key(), c -> writer.add(c.quoted()))
                    .add(") do update set ")
                    .joined(", ", set, c -> writer.add(c.quoted() + " = excluded." + c.quoted()));
        } else {
            writer.add(" on duplicate key update ")
                    .joined(
                            ", ",
                            set,
                            c -> writer.add(c.quoted() + " = values(" + c.quoted() + ")"));
        }
        if (!changed.isEmpty()) {
            writeNextVersion(writer, expected);
        }
        if (powers.namesConflicts()) {
            expected.ifPresent(version ->
                    writer.add(" where " + table.quoted() + ".")
                            .add(table.version().orElseThrow().quoted() + " = ")
                            .value(version));
        }
        return returning(writer);
    }

    /**
     * Updates a row.
     *
     * @param before its version, if it was read
     */
    Fragment<@Nullable Object> update(List<Object> key, RowValues values, Optional<Object> before) {
        var writer = writer().add("update " + table.quoted() + " set ");
        writer.joined(
                ", ", values.columns(), c -> writer.add(c.quoted() + " = ").value(values.get(c)));
        writeNextVersion(writer, before);
        whereKey(writer, key);
        return returning(writer);
    }

    Fragment<@Nullable Object> delete(List<Object> key) {
        var writer = writer().add("delete from " + table.quoted());
        whereKey(writer, key);
        return returning(writer);
    }

    /** Returns the statement of a batch, with a question mark for each column. */
    String insertMany(List<KnownColumn> columns) {
        var writer = writer().add("insert into " + table.quoted() + " (");
        writer.joined(", ", columns, c -> writer.add(c.quoted())).add(") values (");
        return writer.joined(", ", columns, _ -> writer.add("?")).add(")").fragment().sql();
    }

    private void writeInsert(SqlWriter<@Nullable Object> writer, RowValues values) {
        writer.add("insert into " + table.quoted());
        if (values.isEmpty()) {
            writer.add(powers.namesConflicts() ? " default values" : " () values ()");
            return;
        }
        writer.add(" (").joined(", ", values.columns(), c -> writer.add(c.quoted()));
        writer.add(") values (")
                .joined(", ", values.columns(), c -> writer.value(values.get(c)))
                .add(")");
    }

    private void writeNextVersion(SqlWriter<@Nullable Object> writer, Optional<Object> before) {
        table.version()
                .ifPresent(v -> {
                    writer.add(", " + v.quoted() + " = ");
                    if (Versions.isCounted(v)) {
                        before.ifPresent(b -> requireNext(v, b));
                        writer.add(table.quoted() + "." + v.quoted() + " + 1");
                    } else {
                        writer.value(
                                before.map(b -> Versions.after(v, b))
                                        .orElseGet(() -> Versions.now(v)));
                    }
                });
    }

    private void requireNext(KnownColumn version, Object before) {
        if (Versions.isLast(version, before)) {
            throw new ValidationException(
                    "%s has a row that cannot be changed any more.".formatted(table),
                    List.of(
                            new Violation(
                                    version.name(),
                                    Rule.RANGE,
                                    "It is the last version of its type; set it to 0 with SQL while"
                                            + " nobody holds the row.",
                                    StoredValue.text(before))),
                    table.refusals().context(Map.of("table", table.name())));
        }
    }

    private void whereKey(
            SqlWriter<@Nullable Object> writer, List<? extends @Nullable Object> key) {
        writer.add(" where ");
        for (int i = 0; i < key.size(); i++) {
            writer.add(i == 0 ? "" : " and ")
                    .add(table.key().get(i).quoted() + " = ")
                    .value(key.get(i));
        }
    }

    private Fragment<@Nullable Object> returning(SqlWriter<@Nullable Object> writer) {
        return writer.add(returning).fragment();
    }

    private boolean isVersion(KnownColumn column) {
        return table.version().filter(column::equals).isPresent();
    }

    private SqlWriter<@Nullable Object> writer() {
        return new SqlWriter<>(syntax);
    }
}
