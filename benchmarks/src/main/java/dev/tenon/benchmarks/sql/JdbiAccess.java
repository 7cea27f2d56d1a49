package dev.tenon.benchmarks.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.benchmarks.handout.Item;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig.TransactionMode;

/** Jdbi over HikariCP. */
final class JdbiAccess implements Access {

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    JdbiAccess(Target target) {
        pool = target.pool(TransactionMode.DEFERRED);
        jdbi = Jdbi.create(pool);
    }

    @Override
    public Item select(long id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT)
                        .bind(0, id)
                        .map((rows, _) ->
                                new Item(rows.getLong(1), rows.getString(2), rows.getLong(3)))
                        .one());
    }

    @Override
    public void insert(String title, long amount) {
        jdbi.useHandle(handle -> handle.execute(INSERT, title, amount));
    }

    @Override
    public void close() {
        pool.close();
    }
}
