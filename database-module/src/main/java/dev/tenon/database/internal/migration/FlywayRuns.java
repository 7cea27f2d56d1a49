package dev.tenon.database.internal.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.database.internal.migration.source.Migration.Script;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.migration.source.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Sets Flyway up for the migrations of one module. It looks for nothing by itself: it is handed the
 * scripts and objects, and a connection.
 *
 * @param migrations all of the module
 * @param code those that are written in Java
 * @param baseline the version that a database with tables stands for; 0 for one without
 */
record FlywayRuns(Migrations migrations, List<CodeMigration> code, Version baseline) {

    /** The table in which Flyway keeps its history. */
    static final String TABLE = "tenon_migration";

    /** The table in which Flyway keeps what it has undone, for as long as that takes. */
    static final String UNDO_TABLE = "tenon_undo";

    FlywayRuns {
        code = List.copyOf(code);
    }

    /** Returns it set up to look at a database. */
    Flyway toLook(DataSource source) {
        return configuration(source, migrations.repeated()).load();
    }

    /** Returns it set up to look at a database, and to run all that is pending together. */
    Flyway toRunAll(DataSource source, RunObserver observer) {
        return configuration(source, migrations.repeated()).group(true).callbacks(observer).load();
    }

    /** Returns it set up to run a segment. */
    Flyway toRun(Segment segment, DataSource source, boolean group, RunObserver observer) {
        var repeated =
                migrations.repeated().stream().filter(segment.migrations()::contains).toList();
        var configuration = configuration(source, repeated).group(group).callbacks(observer);
        segment.migrations().reversed().stream()
                .flatMap(m -> m.version().stream())
                .findFirst()
                .filter(last -> !Optional.of(last).equals(migrations.latest()))
                .ifPresent(last -> configuration.target(last.toString()));
        return configuration.load();
    }

    /** Returns it set up to run a script that takes a migration back, as if it were one. */
    Flyway toUndo(Script script, DataSource source, RunObserver observer) {
        return configuration(source, List.of())
                .table(UNDO_TABLE)
                .sqlMigrationPrefix("U")
                .resourceProvider(new ScriptResources(List.of(ForeignKeySwitch.without(script))))
                .javaMigrations()
                .baselineVersion(Version.ZERO.toString())
                .group(true)
                .callbacks(observer)
                .load();
    }

    private FluentConfiguration configuration(DataSource source, List<Script> repeated) {
        // The loader of a plugin is the thread's; nothing of it is Flyway's.
        var configuration =
                Flyway.configure(Flyway.class.getClassLoader())
                        .dataSource(source)
                        .table(TABLE)
                        .loggers(FlywayLogs.class.getName())
                        .encoding(UTF_8)
                        .placeholderReplacement(false)
                        .resourceProvider(new ScriptResources(scripts(repeated)))
                        .javaMigrationClassProvider(List::of)
                        .javaMigrations(code.toArray(JavaMigration[]::new))
                        .baselineOnMigrate(true)
                        .baselineVersion(baseline.toString())
                        .baselineDescription("before the first migration")
                        // What it would find is looked for before, and told in words of our own.
                        .validateOnMigrate(false);
        // Else its own idle transaction makes CREATE INDEX CONCURRENTLY wait for ever.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration;
    }

    private List<Script> scripts(List<Script> repeated) {
        return Stream.concat(
                        migrations.versioned().stream()
                                .filter(Script.class::isInstance)
                                .map(Script.class::cast),
                        repeated.stream())
                .map(ForeignKeySwitch::without)
                .toList();
    }
}
