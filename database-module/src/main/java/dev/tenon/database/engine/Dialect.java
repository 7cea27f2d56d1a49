package dev.tenon.database.engine;

import dev.tenon.core.error.Problem;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one engine says what a schema means, and what it can do. Stateless and safe for use by many
 * threads.
 */
public interface Dialect {

    /** Returns the name of the engine for people: {@code PostgreSQL}. */
    String name();

    /** Returns what the engine can do. */
    Set<Capability> capabilities();

    /** Returns how much the engine takes. */
    Limits limits();

    /** Returns a name as it stands in a statement, in quotation marks, whatever it holds. */
    String quote(String name);

    /**
     * Returns how names are compared: two are the same to the engine if the results are equal.
     * Default: the name, for an engine that takes names in quotation marks exactly.
     */
    default String folded(String name) {
        return name;
    }

    /** Returns the type of the engine that is the equivalent. */
    String type(ColumnType type);

    /** Returns a default of a column of the type as an expression. */
    String expression(Default value, ColumnType type);

    /**
     * Returns what the engine cannot do of the schema, as errors, and what it does differently, as
     * warnings.
     */
    List<Problem> check(Schema schema);

    /**
     * Returns the statements that create the schema in an empty database, in their order, each of
     * them without a semicolon at its end.
     */
    List<String> create(Schema schema);

    /**
     * Returns the statements that drop everything that {@link #create} has created, with the rows
     * in it. SQLite has to have {@code PRAGMA foreign_keys = OFF}, which it takes outside of a
     * transaction only: it cannot drop tables in a circle otherwise.
     */
    List<String> drop(Schema schema);

    /**
     * Reads what the database holds: on a server the schema of the connection alone. Tables must
     * not be made or changed meanwhile.
     *
     * @param connection one of the engine, which is left as it was
     * @throws SQLException if the engine cannot be asked
     */
    LiveSchema read(Connection connection) throws SQLException;

    /**
     * Returns the table as {@link #read} would return it if it were created from this one: each
     * type is the one that stands for all that are the same to the engine, and what the engine has
     * no word for is said in another way. Its columns, foreign keys and checks stand in the order
     * of the given table; its conditions stay, see {@link #wording}. Default: the same table.
     */
    default Table asFound(Table declared) {
        return declared;
    }

    /** Returns how the engine reads the text of a statement; default: as the standard does. */
    default Set<Lexis> lexis() {
        return Lexis.STANDARD;
    }

    /**
     * Returns how the engine words expressions. Default: nothing, for an engine that keeps them as
     * they were written.
     *
     * @param connection one that may create tables; nothing remains of what is done on it, and a
     *     transaction that it is in goes on
     */
    default Optional<Wording> wording(Connection connection) {
        return Optional.empty();
    }

    /**
     * Takes the lock under which the tables of a database are made and migrated, if no other
     * connection has it: until {@link #unlockMigration} or the end of the connection, whatever
     * transactions come and go meanwhile. Default: taken, for an engine whose transactions that
     * write exclude each other.
     *
     * @return whether it is taken
     * @throws SQLException if the database cannot be asked
     */
    default boolean tryLockMigration(Connection connection) throws SQLException {
        return true;
    }

    /**
     * Gives the lock back. Default: nothing.
     *
     * @param connection the one that has it
     */
    default void unlockMigration(Connection connection) throws SQLException {}
}
