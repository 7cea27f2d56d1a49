package dev.tenon.crud.internal.service;

import dev.tenon.core.error.Result;
import dev.tenon.crud.error.CrudException;
import dev.tenon.crud.error.RequestException;
import dev.tenon.crud.error.ValidationException;
import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import java.util.function.Function;

/**
 * The way to a database by its name.
 *
 * @param databases those that are served
 * @param name its name
 * @param door makes the way to its sessions
 */
record DatabaseAccess(ServedDatabases databases, String name, Function<SessionFactory, Door> door) {

    /** An operation on a database. */
    @FunctionalInterface
    interface OnDatabase<T> {
        T run(ServedDatabase served, Door door);
    }

    /** An operation on a table. */
    @FunctionalInterface
    interface OnTable<T> {
        T run(ServedDatabase served, Door door, KnownTable table);
    }

    /** Returns the way whose operations end when their thread is interrupted. */
    DatabaseAccess cancellable() {
        return new DatabaseAccess(databases, name, CancellableDoor::new);
    }

    /** Runs an operation on the database. */
    <T> Result<T> with(OnDatabase<T> operation) {
        return Result.of(() -> {
            var served = databases.require(name);
            try {
                return operation.run(served, door.apply(served.mapped().sessions()));
            } catch (DatabaseException e) {
                throw served.hidden().told(e);
            }
        });
    }

    /**
     * Runs an operation on a table. Where what was read of the tables is no longer so, they are
     * read again.
     */
    <T> Result<T> with(String table, OnTable<T> operation) {
        return with((served, way) -> {
            try {
                return operation.run(served, way, served.table(way, table));
            } catch (CrudException e) {
                if (!missesName(e) || !served.tables().areRead()) {
                    throw e;
                }
                served.forget();
                return operation.run(served, way, served.table(way, table));
            } catch (DatabaseException e) {
                if (contradicts(e)) {
                    served.forget();
                }
                throw e;
            }
        });
    }

    /** Returns whether the database is not as it was when its tables were read. */
    private static boolean contradicts(DatabaseException e) {
        return e.code() instanceof DatabaseError error
                && switch (error) {
                    case MISSING_TABLE, MISSING_COLUMN, TYPE, UNREADABLE -> true;
                    default -> false;
                };
    }

    private static boolean missesName(CrudException e) {
        return switch (e) {
            case RequestException request ->
                    switch (request.error()) {
                        case COLUMN_NOT_FOUND, INVALID_EXPANSION -> true;
                        default -> false;
                    };
            case ValidationException invalid ->
                    invalid.violations().stream().anyMatch(v -> v.rule() == Rule.KNOWN);
            default -> false;
        };
    }
}
