package dev.tenon.crud;

import dev.tenon.core.error.Result;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A handle of one table, see {@link CrudService}. Safe for use by many threads.
 *
 * <p>Values are given as objects of Java or as JSON gives them, and taken strictly: nothing is
 * rounded, cut or guessed. Whole numbers for {@code SMALLINT}, {@code INTEGER} and {@code BIGINT};
 * numbers, or their plain decimal text, for {@code DECIMAL}; objects of {@code java.time} or their
 * ISO 8601 text for dates and times; {@code UUID} or its text; {@code byte[]} or Base64 (RFC 4648);
 * {@link TextForm} where a text stands for any of these. Moments are kept to the microsecond: a
 * finer object of {@code java.time} is cut to it, as the engines do, and a finer text refused.
 *
 * <p>Before the database is asked, everything is checked that can be: names, types, lengths,
 * ranges, missing values, simple conditions of the table, and the Jakarta Validation constraints of
 * the entity whose table it is. All violations come back together, in a {@link
 * dev.tenon.crud.error.ValidationException}.
 */
public interface CrudTable {

    /** Returns the name of its database. */
    String database();

    /** Returns its name. */
    String name();

    /** Returns its columns, keys and indexes, and about how many rows it has. */
    Result<TableSchema> schema();

    /**
     * Inserts a row.
     *
     * @param values by the names of the columns; those that are left out get their default. The
     *     number of a row that the database numbers has to be left out
     * @return the row as it is in the database; one of a table without a key has the given values
     *     alone where the engine cannot tell the others
     */
    Result<TableRow> create(Map<String, ? extends @Nullable Object> values);

    /** Returns the row with the key; {@code DB-CRUD-004} if there is none. */
    Result<TableRow> find(RowKey key);

    /** Returns the rows that the query asks for, a page of them. */
    Result<RowPage> read(RowQuery query);

    /**
     * Replaces a whole row: nullable columns that are left out become NULL, others have to be
     * given, but for the key, which cannot be changed, and the version, which is counted.
     *
     * @param match what the row has to be now; otherwise {@code DB-CRUD-005}
     * @return the row as it is in the database
     */
    Result<TableRow> update(
            RowKey key, Map<String, ? extends @Nullable Object> values, RowMatch match);

    /** Replaces a whole row, whatever it is now, see {@link #update(RowKey, Map, RowMatch)}. */
    default Result<TableRow> update(RowKey key, Map<String, ? extends @Nullable Object> values) {
        return update(key, values, RowMatch.any());
    }

    /**
     * Changes the given columns of a row.
     *
     * @param match what the row has to be now; otherwise {@code DB-CRUD-005}
     * @return the row as it is in the database
     */
    Result<TableRow> patch(
            RowKey key, Map<String, ? extends @Nullable Object> values, RowMatch match);

    /** Changes columns of a row, whatever it is now, see {@link #patch(RowKey, Map, RowMatch)}. */
    default Result<TableRow> patch(RowKey key, Map<String, ? extends @Nullable Object> values) {
        return patch(key, values, RowMatch.any());
    }

    /**
     * Deletes a row.
     *
     * @param match what the row has to be now; otherwise {@code DB-CRUD-005}
     * @return the row as it was
     */
    Result<TableRow> delete(RowKey key, RowMatch match);

    /** Deletes a row, whatever it is now, see {@link #delete(RowKey, RowMatch)}. */
    default Result<TableRow> delete(RowKey key) {
        return delete(key, RowMatch.any());
    }

    /**
     * Inserts a row, or changes the given columns of the one that has its primary key, in one
     * statement. The values have to be complete as for {@link #create}, with the key. On MariaDB
     * and MySQL another key of the table that is there already makes it a change, too.
     *
     * <p>Where the database numbers the rows, a number among the values is that of a row that has
     * to be there: otherwise {@code DB-CRUD-004}.
     *
     * <p>A version among the values is the one that the row has to have, if it is there: otherwise
     * {@code DB-CRUD-005}. A new row begins with it.
     *
     * @return the row as it is in the database
     */
    Result<TableRow> upsert(Map<String, ? extends @Nullable Object> values);

    /**
     * Makes many changes in one transaction, in their order.
     *
     * @param mode whether a change that cannot be made undoes the others
     * @param changes at most {@code tenon.crud.max-bulk-rows}
     * @return what was done; a failure if the transaction as a whole fails; in {@link
     *     BulkMode#ALL_OR_NOTHING} a failure with a {@link dev.tenon.crud.error.BulkException}, or
     *     a {@link dev.tenon.crud.error.ValidationException} with the violations of all rows, and
     *     nothing is changed
     */
    Result<BulkReport> bulk(BulkMode mode, List<? extends RowChange> changes);

    /**
     * Does any of this on a virtual thread: {@code table.async(t -> t.find(key))}. It takes part in
     * no transaction of the caller. Cancelling it interrupts the statement that runs.
     */
    <T> CompletableFuture<T> async(Function<? super CrudTable, ? extends T> operation);
}
