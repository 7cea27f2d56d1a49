package dev.tenon.crud.internal.table;

import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.database.Session;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.mapping.EntityMapping;
import dev.tenon.database.mapping.MappedDatabase;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables of one database that are served: those that its module declares; if it declares none,
 * those that are there, which are read when they are first asked for, and again when a name is not
 * among them. Safe for use by many threads.
 */
public final class Tables {

    private static final String OF_TENON = "tenon_";

    private final Dialect dialect;
    private final Syntax syntax;
    private final List<EntityMapping> entities;
    private final TableMarks marks;
    private final Refusals refusals;
    private final Optional<SortedMap<String, KnownTable>> declared;
    private volatile Optional<Live> live = Optional.empty();

    /** Tables as they were read. */
    private record Live(Schema schema, SortedMap<String, KnownTable> tables) {}

    /** Knows the tables of a database, none of them yet if it declares none. */
    public Tables(MappedDatabase database, Syntax syntax, TableMarks marks, Refusals refusals) {
        this.dialect = database.dialect();
        this.syntax = syntax;
        this.entities = database.entities();
        this.marks = marks;
        this.refusals = refusals;
        this.declared = database.declared().map(this::known);
    }

    /** Returns the tables by their names, as far as they are known without asking the database. */
    public Optional<SortedMap<String, KnownTable>> known() {
        return declared.or(() -> live.map(Live::tables));
    }

    /**
     * Returns the table of that name, if it is known without asking the database.
     *
     * @throws dev.tenon.crud.error.RequestException {@code DB-CRUD-001} if it is known that there
     *     is none
     */
    public Optional<KnownTable> known(String name) {
        return declared.isPresent()
                ? Optional.of(require(declared.get(), name))
                : live.map(read -> read.tables().get(name));
    }

    /**
     * Returns the tables by their names; those of a module that declares none are read.
     *
     * @throws SQLException if they cannot be read
     */
    public SortedMap<String, KnownTable> all(Session session) throws SQLException {
        return declared.isPresent() ? declared.get() : read(session);
    }

    /**
     * Returns one of the tables.
     *
     * @throws dev.tenon.crud.error.RequestException {@code DB-CRUD-001} if it is not among them
     */
    public KnownTable require(SortedMap<String, KnownTable> tables, String name) {
        var table = tables.get(name);
        if (table == null) {
            throw refusals.unknown(
                    CrudError.TABLE_NOT_FOUND,
                    "The database %s has no table '%s'."
                            .formatted(refusals.database(), Refusals.shown(name)),
                    name,
                    tables.keySet());
        }
        return table;
    }

    /** Returns whether they were read from the database, and can change there. */
    public boolean areRead() {
        return declared.isEmpty();
    }

    /** Forgets what was read: the tables are not what they were. */
    public void forget() {
        live = Optional.empty();
    }

    /** Where nothing has changed the tables stay the same objects, and what is kept of them. */
    private SortedMap<String, KnownTable> read(Session session) throws SQLException {
        var schema = dialect.read(session.connection()).schema();
        var before = live.filter(l -> l.schema().equals(schema));
        var read = before.orElseGet(() -> new Live(schema, known(schema)));
        live = Optional.of(read);
        return read.tables();
    }

    private SortedMap<String, KnownTable> known(Schema schema) {
        var known = new TreeMap<String, KnownTable>();
        for (Table table : schema.tables()) {
            if (isServed(table.name())) {
                known.put(
                        table.name(),
                        new KnownTable(
                                withoutWaysToOthers(table),
                                entity(table.name()),
                                marks.isReadOnly(table.name()),
                                syntax,
                                refusals));
            }
        }
        return Collections.unmodifiableSortedMap(known);
    }

    /** Returns whether a table of that name, if there is one, is served. */
    public boolean isServed(String table) {
        return !marks.hides(table) && !table.startsWith(OF_TENON);
    }

    /** A foreign key to a table that is not served would tell that there is one. */
    private Table withoutWaysToOthers(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                table.foreignKeys().stream().filter(k -> isServed(k.target())).toList(),
                table.checks(),
                table.indexes(),
                table.formerNames());
    }

    private Optional<EntityMapping> entity(String table) {
        return entities.stream().filter(e -> e.table().equals(table)).findFirst();
    }
}
