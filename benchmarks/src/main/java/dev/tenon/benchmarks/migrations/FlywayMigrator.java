package dev.tenon.benchmarks.migrations;

import java.io.IOException;
import java.nio.file.Path;
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
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        var _ =
                Flyway.configure()
                        .dataSource(source)
                        .locations("filesystem:" + (phase == Phase.NEW ? before : all))
                        .load()
                        .migrate();
    }
}
