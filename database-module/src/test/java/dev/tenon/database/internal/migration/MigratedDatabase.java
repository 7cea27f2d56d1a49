package dev.tenon.database.internal.migration;

import dev.tenon.database.admin.MigrationStatus;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Migration.InCode;
import dev.tenon.database.internal.migration.source.Migration.Script;
import dev.tenon.database.internal.migration.source.MigrationName;
import dev.tenon.database.internal.migration.source.MigrationName.Kind;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.migration.JavaMigration;
import dev.tenon.fixtures.MariaDbServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The database of a module with migrations, on a real engine. */
final class MigratedDatabase implements AutoCloseable {

    private final StoreSettings settings;
    private final ServerDatabase database;
    private Map<ExpectedError, Treatment> expected = Map.of();

    private MigratedDatabase(StoreSettings settings) {
        this.settings = settings;
        this.database = ServerDatabase.open(settings);
    }

    static MigratedDatabase on(RealEngine engine, Path folder) throws SQLException {
        var url =
                switch (engine) {
                    case SQLITE -> "jdbc:sqlite:" + folder.resolve("notes.db");
                    case POSTGRESQL -> PostgresServer.newUrl();
                    case MARIADB -> {
                        ServerDatabase.requireMariaDb();
                        yield MariaDbServer.newUrl();
                    }
                };
        return new MigratedDatabase(StoreSettings.of("notes", url));
    }

    /** Opens the database at the address. */
    static MigratedDatabase at(String url) {
        return new MigratedDatabase(StoreSettings.of("notes", url));
    }

    /** Has statements treated where they fail like that. */
    void expect(ExpectedError error, Treatment treatment) {
        expected = Map.of(error, treatment);
    }

    String url() {
        return settings.url();
    }

    void follow(Migrations migrations, Progress progress) {
        of(migrations, List.of(), Optional.empty())
                .run(Optional.empty(), MigrationListener.NONE, progress);
    }

    /** Opens the same database once more, as another host does. */
    MigratedDatabase again() {
        return new MigratedDatabase(settings);
    }

    ServerDatabase data() {
        return database;
    }

    /** Returns scripts by the names of their files. */
    static Migrations scripts(String... namesAndTexts) {
        var scripts =
                IntStream.range(0, namesAndTexts.length / 2)
                        .mapToObj(i -> script(namesAndTexts[2 * i], namesAndTexts[2 * i + 1]))
                        .toList();
        return new Migrations(
                scripts.stream()
                        .filter(s -> s.name().kind() == Kind.VERSIONED)
                        .<Migration>map(s -> s)
                        .sorted(Comparator.comparing(m -> m.version().orElseThrow()))
                        .toList(),
                scripts.stream().filter(s -> s.name().kind() == Kind.REPEATED).toList(),
                scripts.stream().filter(s -> s.name().kind() == Kind.UNDO).toList());
    }

    private static Script script(String name, String text) {
        return new Script(
                MigrationName.parse(name).orElseThrow(), "migrations/" + name + ".sql", text);
    }

    List<String> migrate(String... namesAndTexts) {
        return migrate(scripts(namesAndTexts));
    }

    List<String> migrate(Migrations migrations) {
        return run(migrations, MigrationListener.NONE);
    }

    List<String> run(Migrations migrations, MigrationListener listener) {
        return names(
                of(migrations, List.of(), Optional.empty())
                        .run(Optional.empty(), listener, Progress.NONE));
    }

    private static List<String> names(List<AppliedMigration> applied) {
        return applied.stream().map(a -> a.migration().name().toString()).toList();
    }

    List<String> baselined(String version, Migrations migrations) {
        return names(
                of(migrations, List.of(), Version.parse(version))
                        .run(Optional.empty(), MigrationListener.NONE, Progress.NONE));
    }

    List<String> migrate(Migrations scripts, String name, JavaMigration code) {
        var inCode = new InCode(MigrationName.parse(name).orElseThrow(), "sample.notes." + name);
        var versioned = new ArrayList<>(scripts.versioned());
        versioned.add(inCode);
        versioned.sort(Comparator.comparing(m -> m.version().orElseThrow()));
        var all = new Migrations(versioned, scripts.repeated(), List.of());
        return names(
                of(all, List.of(new CodeMigration(inCode, code)), Optional.empty())
                        .run(Optional.empty(), MigrationListener.NONE, Progress.NONE));
    }

    List<MigrationStatus.State> states(String... namesAndTexts) {
        return of(scripts(namesAndTexts), List.of(), Optional.empty()).status().stream()
                .map(MigrationStatus::state)
                .toList();
    }

    /** Runs those up to a version. */
    List<String> migrateTo(String version, String... namesAndTexts) {
        return names(
                of(scripts(namesAndTexts), List.of(), Optional.empty())
                        .run(Optional.of(version), MigrationListener.NONE, Progress.NONE));
    }

    /** Runs those that are pending, and takes them back. */
    List<String> attempt(String... namesAndTexts) {
        return of(scripts(namesAndTexts), List.of(), Optional.empty())
                .attempt(Optional.empty(), Progress.NONE)
                .stream()
                .map(a ->
                        a.migration().version().orElseThrow()
                                + (a.took().isZero() ? " untried" : " tried"))
                .toList();
    }

    /** Takes back what is above a version, and returns the undo scripts that have run. */
    List<String> undo(String version, boolean isTrial, String... namesAndTexts) {
        return of(scripts(namesAndTexts), List.of(), Optional.empty())
                .undo(version, isTrial, MigrationListener.NONE, Progress.NONE)
                .stream()
                .map(a -> a.migration().place())
                .toList();
    }

    void repair(String... namesAndTexts) {
        of(scripts(namesAndTexts), List.of(), Optional.empty()).repair();
    }

    boolean isDone(String... namesAndTexts) {
        var migrations = of(scripts(namesAndTexts), List.of(), Optional.empty());
        return database.sessions().read(s -> migrations.isDone(s.connection()));
    }

    private ModuleMigrations of(
            Migrations migrations, List<CodeMigration> code, Optional<Version> baseline) {
        return new ModuleMigrations(
                new SchemaOwner("sample.notes", "1.2", "notes"),
                database.store(),
                migrations,
                code,
                Optional.empty(),
                new ModuleMigrations.Settings(
                        Duration.ofMinutes(1), baseline, Safeguard.NONE, expected, Treatment.WARN));
    }

    /** Returns the versions that have run, as the history of the database says. */
    List<String> history() {
        return database.rows(
                String.class,
                "select version from tenon_migration where success and type <> 'BASELINE'"
                        + " order by installed_rank");
    }

    @Override
    public void close() {
        database.close();
    }
}
