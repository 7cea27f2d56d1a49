package dev.tenon.database.internal.record;

import dev.tenon.core.error.Problem;
import dev.tenon.core.error.TenonException;
import dev.tenon.database.admin.MigrationRun;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.migration.AppliedMigration;
import dev.tenon.database.internal.migration.MigrationListener;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps the record of what became of the schema of one module, in the framework's own database:
 * what has failed, too, although the module's own database knows nothing of it.
 *
 * @param engine the name of the engine of the module's database
 */
public record SchemaHistory(Recorder recorder, SchemaOwner owner, String engine)
        implements MigrationListener {

    private static final String MODEL = "made from the model";
    private static final String MIGRATIONS = "the migrations as a whole";

    /**
     * Runs what makes the model in code, and records why it has failed.
     *
     * @return the model
     */
    public <T> T declared(Supplier<T> making) {
        var begin = Instant.now();
        try {
            return making.get();
        } catch (RuntimeException | Error e) {
            notMade(begin, e);
            throw e;
        }
    }

    /**
     * Runs what makes the schema from the model, and records what became of it.
     *
     * @param making returns what it has made, in words
     * @return what was made, if something was
     */
    public Optional<MigrationRun> made(Supplier<Optional<String>> making) {
        var begin = Instant.now();
        try {
            var run =
                    making.get()
                            .map(what ->
                                    new MigrationRun(
                                            owner.version(), what, "", begin, since(begin)));
            run.ifPresent(r ->
                    add(
                            begin,
                            r.version(),
                            r.description(),
                            "success",
                            Optional.empty(),
                            r.took()));
            return run;
        } catch (RuntimeException | Error e) {
            notMade(begin, e);
            throw e;
        }
    }

    private void notMade(Instant begin, Throwable thrown) {
        add(begin, owner.version(), MODEL, "failed", Optional.of(text(thrown)), since(begin));
    }

    /**
     * Runs migrations, up or down, and records what became of them: also why they were refused
     * before the first of them, or after the last.
     *
     * @param running is handed who is to be told
     * @return those that have run
     */
    public List<AppliedMigration> migrated(
            Function<MigrationListener, List<AppliedMigration>> running) {
        var begin = Instant.now();
        var recorded = new RecordedMigrations(this);
        try {
            return running.apply(recorded);
        } catch (RuntimeException | Error e) {
            if (!recorded.hasFailed()) {
                add(begin, "", MIGRATIONS, "failed", Optional.of(text(e)), since(begin));
            }
            throw e;
        }
    }

    @Override
    public void applied(List<AppliedMigration> migrations) {
        migrations.forEach(a -> add(a, a.isSkipped() ? "skipped" : "success"));
    }

    @Override
    public void undone(List<AppliedMigration> migrations) {
        migrations.forEach(a -> add(a, "undone"));
    }

    /** Records that the database was archived to a file. */
    public void archived(Path file) {
        add(
                Instant.now(),
                owner.version(),
                fitting("to " + file),
                "archived",
                Optional.empty(),
                Duration.ZERO);
    }

    /** Records that the database was dropped, or why that has failed. */
    public void dropped(Instant begun, Optional<RuntimeException> failure) {
        add(
                begun,
                owner.version(),
                "dropped when the module was uninstalled",
                failure.isEmpty() ? "dropped" : "failed",
                failure.map(SchemaHistory::text),
                since(begun));
    }

    private void add(AppliedMigration applied, String status) {
        var migration = applied.migration();
        add(
                applied.begun(),
                version(migration),
                description(migration),
                status,
                Optional.of(String.join("\n", applied.passedOver())).filter(t -> !t.isEmpty()),
                applied.took());
    }

    @Override
    public void failed(
            Migration migration, Instant begun, Duration took, MigrationException failure) {
        add(
                begun,
                version(migration),
                description(migration),
                "failed",
                Optional.of(text(failure)),
                took);
    }

    private static String version(Migration migration) {
        return migration.version().map(Version::toString).orElse("");
    }

    private static String description(Migration migration) {
        return fitting(migration.name().description() + " (" + migration.place() + ")");
    }

    /** Fits into its column: file names can be long. */
    private static String fitting(String description) {
        return description.length() > 400 ? description.substring(0, 399) + "…" : description;
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }

    private static String text(Throwable thrown) {
        return thrown instanceof TenonException e
                ? e.problem().toString()
                : Problem.describe(thrown);
    }

    private void add(
            Instant begin,
            String version,
            String description,
            String status,
            Optional<String> error,
            Duration took) {
        recorder.record(s ->
                s.execute(
                        FrameworkSchema.INSERT_HISTORY,
                        begin,
                        owner.module(),
                        owner.database(),
                        engine,
                        version,
                        description,
                        status,
                        error,
                        took.toMillis()));
    }
}
