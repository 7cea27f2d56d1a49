package dev.tenon.crud;

import dev.tenon.core.error.Result;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A handle of the database of that name, see {@link CrudService}. Safe for use by many threads. */
public interface CrudDatabase extends CrudEntities {

    /** Returns its name. */
    String name();

    /**
     * Returns the names of its tables, sorted: those that the module declares, or, if it has
     * migrations alone, those that are there. Hidden tables and those of Tenon are not among them.
     */
    Result<List<String>> tables();

    /** Returns a handle of the table of that name. */
    CrudTable table(String name);

    /**
     * Does any of this on a virtual thread. It takes part in no transaction of the caller.
     * Cancelling it interrupts the statement that runs.
     */
    <T> CompletableFuture<T> async(Function<? super CrudDatabase, ? extends T> operation);
}
