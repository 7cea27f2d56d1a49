package dev.tenon.crud.internal.entity;

import dev.tenon.database.Query;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.Session;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes objects of the rows of queries. Immutable, and safe for use by many threads. */
public interface RowObjects {

    /** Returns how a session has to read that runs one query, and makes objects of its rows. */
    ReadOptions options();

    /** Returns all rows as objects; null where a single value is NULL. */
    List<? extends @Nullable Object> list(Session session, Query query);

    /**
     * Returns the rows one by one, as a query does; read completely where an object needs rows of
     * other tables. To be closed.
     */
    Stream<? extends @Nullable Object> stream(Session session, Query query);
}
