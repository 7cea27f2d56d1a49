package dev.tenon.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a session that changes rows, with parameters by name. */
public interface Update {

    /** Sets a parameter by its name. */
    Update bind(String name, @Nullable Object value);

    /** Sets parameters by the names of the record's components. */
    Update bindAll(Record parameters);

    /** Runs it and returns how many rows it changed. */
    long execute();

    /**
     * Runs it and returns the keys that the database generated, in the order of the rows.
     *
     * @param column the key's column
     */
    <T> List<T> keys(String column, Class<T> type);
}
