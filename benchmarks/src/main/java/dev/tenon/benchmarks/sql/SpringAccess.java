package dev.tenon.benchmarks.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.benchmarks.handout.Item;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sqlite.SQLiteConfig.TransactionMode;

/** Spring's JdbcTemplate over HikariCP. */
final class SpringAccess implements Access {

    private final HikariDataSource pool;
    private final JdbcTemplate template;

    SpringAccess(Target target) {
        pool = target.pool(TransactionMode.DEFERRED);
        template = new JdbcTemplate(pool);
    }

    @Override
    public Item select(long id) {
        return Objects.requireNonNull(
                template.queryForObject(
                        SELECT,
                        (rows, _) -> new Item(rows.getLong(1), rows.getString(2), rows.getLong(3)),
                        id));
    }

    @Override
    public void insert(String title, long amount) {
        template.update(INSERT, title, amount);
    }

    @Override
    public void close() {
        pool.close();
    }
}
