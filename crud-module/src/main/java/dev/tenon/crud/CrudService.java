package dev.tenon.crud;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The tables of modules by name, for whoever does not know them when he is compiled.
 *
 * <p>A module with a database that requires {@code dev.tenon.crud} finds a service of its own,
 * unnamed, in its registry and by injection: it serves the module's own database alone. The one
 * named {@link #NAME} serves the databases of all running modules that require {@code
 * dev.tenon.crud}, for framework modules such as a REST interface.
 *
 * <p>Handles are names and cost nothing: whether there is such a database, table or column shows in
 * the result of an operation. Each operation is a transaction of its own; within a method with
 * {@code jakarta.transaction.Transactional} it takes part in that one. If it fails there because of
 * the database, or as a bulk, that transaction is not committed; if it was refused, or found no
 * such row, it goes on.
 *
 * <p>Safe for use by many threads.
 */
public interface CrudService extends CrudEntities {

    /** The name of the service that serves the databases of all running modules. */
    String NAME = "core.database.crud_service";

    /** Returns the names of the databases that are served now, sorted. */
    List<String> databases();

    /** Returns a handle of the database of that name. */
    CrudDatabase database(String name);

    /**
     * Does any of this on a virtual thread. It takes part in no transaction of the caller.
     * Cancelling it interrupts the statement that runs.
     */
    <T> CompletableFuture<T> async(Function<? super CrudService, ? extends T> operation);
}
