package dev.tenon.crud.internal.service;

import dev.tenon.crud.RowQuery;
import dev.tenon.crud.TableSchema;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.change.Changes;
import dev.tenon.crud.internal.entity.Entities;
import dev.tenon.crud.internal.failure.HiddenNames;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.crud.internal.page.CursorKey;
import dev.tenon.crud.internal.page.PageReading;
import dev.tenon.crud.internal.page.RowCount;
import dev.tenon.crud.internal.row.Powers;
import dev.tenon.crud.internal.row.RowChanges;
import dev.tenon.crud.internal.row.RowStatements;
import dev.tenon.crud.internal.setting.CrudSettings.Limits;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.table.TableMarks;
import dev.tenon.crud.internal.table.Tables;
import dev.tenon.crud.internal.validation.EntityConstraints;
import dev.tenon.crud.internal.validation.RowCheck;
import dev.tenon.crud.internal.validation.Validators;
import dev.tenon.database.Session;
import dev.tenon.database.mapping.MappedDatabase;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The database of a running module, as its tables are served. Safe for use by many threads. */
public final class ServedDatabase implements AutoCloseable {

    private final MappedDatabase mapped;
    private final java.lang.Module module;
    private final Syntax syntax;
    private final Powers powers;
    private final Limits limits;
    private final CursorKey cursorKey;
    private final Refusals refusals;
    private final HiddenNames hidden;
    private final Tables tables;
    private final Entities entities;
    private final Validators validators = new Validators();
    private final Map<KnownTable, RowCheck> checks = new ConcurrentHashMap<>();
    private final Map<KnownTable, RowStatements> statements = new ConcurrentHashMap<>();

    /**
     * Serves a database.
     *
     * @param module the module that it is of, in its layer
     */
    public ServedDatabase(
            MappedDatabase mapped,
            java.lang.Module module,
            TableMarks marks,
            Limits limits,
            CursorKey cursorKey) {
        this.mapped = mapped;
        this.module = module;
        this.limits = limits;
        this.cursorKey = cursorKey;
        syntax = Syntax.of(mapped.dialect());
        powers = Powers.of(mapped.dialect());
        refusals = new Refusals(Optional.of(mapped.module()), mapped.name());
        hidden = new HiddenNames(mapped.name(), marks.hidden());
        entities = new Entities(mapped, module);
        tables = new Tables(mapped, syntax, marks, refusals);
    }

    /** Returns its name. */
    public String name() {
        return mapped.name();
    }

    MappedDatabase mapped() {
        return mapped;
    }

    Refusals refusals() {
        return refusals;
    }

    Limits limits() {
        return limits;
    }

    HiddenNames hidden() {
        return hidden;
    }

    Tables tables() {
        return tables;
    }

    /**
     * Returns the table of that name; those of a module that declares none are read once.
     *
     * @throws dev.tenon.crud.error.RequestException {@code DB-CRUD-001} if there is none
     */
    KnownTable table(Door door, String name) {
        return tables.known(name).orElseGet(() -> tables.require(door.read(tables::all), name));
    }

    RowChanges changes(Session session, KnownTable table) {
        return new RowChanges(
                session,
                statements.computeIfAbsent(table, t -> new RowStatements(t, syntax, powers)));
    }

    Entities entities() {
        return entities;
    }

    /** Returns what changes rows of the table. */
    Changes changing(KnownTable table) {
        return new Changes(table, check(table), powers, hidden, s -> changes(s, table));
    }

    RowCheck check(KnownTable table) {
        return checks.computeIfAbsent(
                table,
                t ->
                        new RowCheck(
                                t,
                                mapped.dialect(),
                                t.entity()
                                        .map(e -> EntityConstraints.of(module, e, validators))
                                        .orElse(EntityConstraints.NONE)));
    }

    /** Makes ready to read a page. The tables may have been forgotten since this one was found. */
    PageReading page(Door door, KnownTable table, RowQuery query) {
        return new PageReading(
                table,
                query,
                tables.known().orElseGet(() -> door.read(tables::all)),
                mapped.dialect(),
                syntax,
                limits,
                cursorKey);
    }

    /** Returns what is known of a table, which is read anew if it can change. */
    TableSchema schema(Door door, String name) {
        // Refused outside of the session, a transaction around it goes on.
        var table =
                tables.areRead() ? tables.require(door.read(tables::all), name) : table(door, name);
        return new TableSchema(
                name(),
                table.table(),
                table.version().map(KnownColumn::name),
                table.isReadOnly(),
                door.read(s -> new RowCount(s, mapped.dialect(), table).estimated()));
    }

    /** The tables are not what they were when they were read. */
    void forget() {
        tables.forget();
        checks.clear();
        statements.clear();
    }

    RuntimeException limitExceeded(String fact, String cause) {
        return refusals.of(CrudError.LIMIT_EXCEEDED, fact, cause);
    }

    @Override
    public void close() {
        validators.close();
    }
}
