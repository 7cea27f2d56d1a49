package dev.tenon.crud.internal.entity;

import static java.util.stream.Collectors.joining;

import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.mapping.EntityMapping;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is said to the table of one entity. Made once; safe for use by many threads.
 *
 * <p>Where a statement has conditions, their values are the last: those of the key, and that of the
 * version, if the entity has one.
 */
final class EntityStatements {

    /**
     * Stands for {@code ON CONFLICT (…)}, which the same engines have. {@code ON DUPLICATE KEY}
     * would also update a row that has another key, and the same value in another unique column.
     */
    private static final Capability KNOWS_CONFLICTS = Capability.PARTIAL_INDEXES;

    private final Layout layout;
    private final Dialect dialect;
    private final String table;
    private final String columns;
    private final String byKey;
    private final String byVersion;
    private final String insert;
    private final String insertNumbered;
    private final String update;
    private final String delete;
    private final String find;
    private final String exists;
    private final Optional<String> save;

    EntityStatements(EntityMapping entity, Layout layout, Dialect dialect) {
        this.layout = layout;
        this.dialect = dialect;
        table = dialect.quote(entity.table());
        columns = names(layout.all());
        byKey = " where " + assigned(layout.keys(), " and ");
        byVersion =
                layout.version() < 0 ? byKey : byKey + " and " + name(layout.version()) + " = ?";
        insert = insert(layout.all(), 1);
        insertNumbered = insertNumbered(1);
        update = "update " + table + " set " + assigned(layout.settable(), ", ") + byVersion;
        delete = "delete from " + table + byVersion;
        find = "select " + columns + " from " + table + byKey;
        exists = "select 1 from " + table + byKey;
        save =
                dialect.capabilities().contains(KNOWS_CONFLICTS) && layout.version() < 0
                        ? Optional.of(insert + onConflict())
                        : Optional.empty();
    }

    /** Returns the columns of the entity in quotation marks, in their order. */
    String columns() {
        return columns;
    }

    /** Returns what selects the rows whose key is in what follows. */
    String selectByKeys() {
        return "select " + columns + " from " + table + " where " + names(layout.keys()) + " in ";
    }

    String insert() {
        return insert;
    }

    /** Returns what inserts one row and returns the number that the database gives it. */
    String insertNumbered() {
        return insertNumbered;
    }

    /** Returns what inserts so many rows and returns the numbers that the database gives them. */
    String insertNumbered(int rows) {
        return insert(layout.notNumbered(), rows) + " returning " + names(layout.keys());
    }

    String update() {
        return update;
    }

    String delete() {
        return delete;
    }

    String find() {
        return find;
    }

    String exists() {
        return exists;
    }

    /**
     * Returns what inserts a row, or updates that with its key; nothing if the engine cannot, or if
     * the version of the row matters.
     */
    Optional<String> save() {
        return save;
    }

    private String onConflict() {
        var set =
                IntStream.of(layout.settable())
                        .mapToObj(i -> name(i) + " = excluded." + name(i))
                        .collect(joining(", "));
        return " on conflict (" + names(layout.keys()) + ") do update set " + set;
    }

    private String insert(int[] positions, int rows) {
        if (positions.length == 0) {
            return "insert into " + table + " default values";
        }
        var row = "(" + String.join(", ", Collections.nCopies(positions.length, "?")) + ")";
        return "insert into "
                + table
                + " ("
                + names(positions)
                + ") values "
                + String.join(", ", Collections.nCopies(rows, row));
    }

    private String assigned(int[] positions, String delimiter) {
        return Arrays.stream(positions).mapToObj(i -> name(i) + " = ?").collect(joining(delimiter));
    }

    private String names(int[] positions) {
        return Arrays.stream(positions).mapToObj(this::name).collect(joining(", "));
    }

    private String name(int position) {
        return dialect.quote(layout.columns().get(position).name());
    }
}
