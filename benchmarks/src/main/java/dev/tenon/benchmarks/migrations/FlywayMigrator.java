package dev.tenon.benchmarks.migrations;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteDataSource;

/** Does it with Flyway alone, as its manual says. */
final class FlywayMigrator implements Migrator {

    private final Path before;
    private final Path all;
    private final SQLiteConfig config = new SQLiteConfig();

    /**
     * @param folder an empty folder for the scripts
     * @param isLogging whether SQLite keeps a write-ahead log, rather than its default journal
     */
    FlywayMigrator(Path folder, boolean isLogging) throws IOException {
        before = Scripts.write(Phase.NEW, folder.resolve("before"));
        all = Scripts.write(Phase.PENDING, folder.resolve("all"));
        config.enforceForeignKeys(true);
        if (isLogging) {
            config.setJournalMode(JournalMode.WAL);
        }
    }

    @Override
    public void migrate(Phase phase, Path file) {
        migrate(source(file), phase == Phase.NEW ? before : all);
    }

    /** On a pool that is open, as that of an application may be. */
    @Override
    public UpToDate open(Path file) {
        var config = new HikariConfig();
        config.setDataSource(source(file));
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(1);
        var pool = new HikariDataSource(config);
        return new UpToDate() {
            @Override
            public void check() {
                migrate(pool, all);
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }

    private DataSource source(Path file) {
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static void migrate(DataSource source, Path scripts) {
        var _ =
                Flyway.configure()
                        .dataSource(source)
                        .locations("filesystem:" + scripts)
                        .load()
                        .migrate();
    }
}
