package dev.tenon.benchmarks.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * A database with the table, and how the rivals connect to it: with the same pragmas as a session.
 *
 * @param synchronous how SQLite waits for the disk: FULL or NORMAL
 */
public record Target(Product product, String url, String synchronous) {

    /** How many rows the table has at first, with keys from 1. */
    public static final int ROWS = 10_000;

    private static final int BUSY_TIMEOUT_MS = 5_000;

    /** Returns a file. */
    public static Target file(Path file, String synchronous) {
        return new Target(Product.SQLITE, "jdbc:sqlite:" + file, synchronous);
    }

    /** Makes the table anew. */
    public void prepare() throws SQLException {
        try (var connection = connections(TransactionMode.DEFERRED).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists item");
            statement.execute(product.createTable());
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(Access.INSERT)) {
                for (int n = 1; n <= ROWS; n++) {
                    insert.setString(1, "item " + n);
                    insert.setLong(2, 0);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    /** Returns what opens connections; on SQLite, their transactions begin as the mode says. */
    DataSource connections(TransactionMode mode) {
        return connections(mode, false);
    }

    /**
     * Returns what opens connections.
     *
     * @param mode how transactions begin on SQLite
     * @param keys whether the key of a new row can be had from SQLite's driver, which then asks for
     *     it after every insert, as it does by default
     */
    public DataSource connections(TransactionMode mode, boolean keys) {
        return switch (product) {
            case SQLITE -> {
                var config = new SQLiteConfig();
                config.setBusyTimeout(BUSY_TIMEOUT_MS);
                config.setJournalMode(JournalMode.WAL);
                config.setSynchronous(SynchronousMode.valueOf(synchronous));
                config.enforceForeignKeys(true);
                config.setCacheSize(-8_000);
                config.setTempStore(TempStore.MEMORY);
                config.setTransactionMode(mode);
                config.setGetGeneratedKeys(keys);
                var source = new SQLiteDataSource(config);
                source.setUrl(url);
                yield source;
            }
            case POSTGRESQL -> {
                var source = new PGSimpleDataSource();
                source.setUrl(url);
                yield source;
            }
        };
    }

    /** Returns a plain pool of ten connections. */
    HikariDataSource pool(TransactionMode mode) {
        return pool(connections(mode), 10);
    }

    /** Returns a plain pool of at most as many connections. */
    public static HikariDataSource pool(DataSource connections, int most) {
        var config = new HikariConfig();
        config.setDataSource(connections);
        config.setMaximumPoolSize(most);
        return new HikariDataSource(config);
    }
}
