package dev.tenon.crud.internal.table;

import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.error.RequestException;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.EntityMapping;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that is served, with what operations need to know of it. Immutable. */
public final class KnownTable {

    private final Table table;
    private final String quoted;
    private final boolean readOnly;
    private final Optional<EntityMapping> entity;
    private final Optional<KnownColumn> version;
    private final List<KnownColumn> columns;
    private final Map<String, KnownColumn> byName;
    private final List<KnownColumn> key;
    private final Refusals refusals;

    KnownTable(
            Table table,
            Optional<EntityMapping> entity,
            boolean readOnly,
            Syntax syntax,
            Refusals refusals) {
        this.table = table;
        this.quoted = syntax.quote(table.name());
        this.readOnly = readOnly;
        this.entity = entity;
        this.refusals = refusals;
        var known = new ArrayList<KnownColumn>();
        byName = new LinkedHashMap<>();
        for (var column : table.columns()) {
            var one = KnownColumn.of(column, known.size(), syntax);
            known.add(one);
            byName.put(column.name(), one);
        }
        columns = List.copyOf(known);
        // A key with a computed column, which is not among those of the table, is none by name.
        key =
                byName.keySet().containsAll(table.primaryKey())
                        ? columns(table.primaryKey())
                        : List.of();
        version =
                entity.flatMap(EntityMapping::version)
                        .map(AttributeMapping.Basic::column)
                        .flatMap(this::find);
    }

    /** Returns its name. */
    public String name() {
        return table.name();
    }

    /** Returns its name as it stands in a statement. */
    public String quoted() {
        return quoted;
    }

    /** Returns what the schema says of it. */
    public Table table() {
        return table;
    }

    /** Returns the entity that it is the table of, if there is one. */
    public Optional<EntityMapping> entity() {
        return entity;
    }

    /** Returns the column that counts the changes of a row, if there is one. */
    public Optional<KnownColumn> version() {
        return version;
    }

    /** Returns the columns in their order. */
    public List<KnownColumn> columns() {
        return columns;
    }

    /** Returns the columns of the primary key; empty if there is none. */
    public List<KnownColumn> key() {
        return key;
    }

    /** Returns whether its rows are not changed by name. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Returns the column of that name. */
    public Optional<KnownColumn> find(String column) {
        return Optional.ofNullable(byName.get(column));
    }

    private List<KnownColumn> columns(List<String> names) {
        return names.stream().map(n -> find(n).orElseThrow()).toList();
    }

    /**
     * Returns the column of that name.
     *
     * @throws RequestException {@code DB-CRUD-002} if there is none
     */
    public KnownColumn require(String column) {
        return find(column)
                .orElseThrow(() ->
                        refusals.unknown(
                                CrudError.COLUMN_NOT_FOUND,
                                "%s has no column '%s'.".formatted(this, Refusals.shown(column)),
                                column,
                                byName.keySet()));
    }

    /** Returns the names of its columns. */
    public List<String> columnNames() {
        return List.copyOf(byName.keySet());
    }

    /** Returns an exception about it. */
    public RequestException refused(CrudError error, String fact, String cause) {
        return refusals.of(error, fact, cause);
    }

    /** Returns what makes exceptions about its database. */
    public Refusals refusals() {
        return refusals;
    }

    /**
     * Refuses what takes a key, if there is none.
     *
     * @throws RequestException {@code DB-CRUD-008}
     */
    public void requireKey() {
        if (key.isEmpty()) {
            throw refused(CrudError.NO_KEY, this + " has no primary key.", "");
        }
    }

    /**
     * Refuses to change rows, if they are read-only.
     *
     * @throws RequestException {@code DB-CRUD-007}
     */
    public void requireWritable() {
        if (readOnly) {
            throw refused(CrudError.READ_ONLY, this + " is read-only by name.", "");
        }
    }

    /** Returns it as a sentence begins with it. */
    @Override
    public String toString() {
        return "The table '%s' of the database %s"
                .formatted(Refusals.shown(name()), refusals.database());
    }
}
