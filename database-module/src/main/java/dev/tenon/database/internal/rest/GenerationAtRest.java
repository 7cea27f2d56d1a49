package dev.tenon.database.internal.rest;

import dev.tenon.database.admin.ColumnValue;
import dev.tenon.database.admin.GeneratedPair;
import dev.tenon.database.admin.GenerationReport;
import dev.tenon.database.admin.GenerationReport.Baseline;
import dev.tenon.database.admin.GenerationRequest;
import dev.tenon.database.admin.MigrationStatus;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.GenerationError;
import dev.tenon.database.internal.creation.RecordedModel;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.file.WorkFolder;
import dev.tenon.database.internal.generation.Generated;
import dev.tenon.database.internal.generation.GeneratedMigration;
import dev.tenon.database.internal.generation.Generation;
import dev.tenon.database.internal.generation.MigrationFiles;
import dev.tenon.database.internal.generation.MigrationFiles.Placed;
import dev.tenon.database.internal.generation.Request;
import dev.tenon.database.internal.generation.Sequel;
import dev.tenon.database.internal.generation.proof.Evidence;
import dev.tenon.database.internal.generation.proof.GenerationFailures;
import dev.tenon.database.internal.generation.writing.Fill;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.script.ModelComment;
import dev.tenon.database.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Generates the migrations of a database whose module does not run, into the sources of the module.
 * Used once.
 */
final class GenerationAtRest {

    /** What the migration does that makes the tables which databases without migrations have. */
    private static final String FIRST = "The tables so far";

    private final Declaration declared;
    private final DatabaseOpener opener;
    private final GenerationRequest request;
    private final String engine;
    private final GenerationFailures failures;
    private final MigrationFiles files;

    GenerationAtRest(Declaration declared, DatabaseOpener opener, GenerationRequest request) {
        this.declared = declared;
        this.opener = opener;
        this.request = request;
        this.engine = opener.engine(declared.database()).name();
        this.failures = new GenerationFailures(declared.module(), declared.database());
        this.files = new MigrationFiles(request.folder(), engine, failures);
    }

    /**
     * Does it.
     *
     * @param model what the module declares
     * @param store the database; nothing if it is not there
     * @param status how the migrations of the module stand in it
     */
    GenerationReport run(
            Optional<Schema> model,
            Optional<Store> store,
            List<MigrationStatus> status,
            Progress progress) {
        try {
            var _ = files.nameOf(request.description());
            refuseUnfit(model, status);
            refuseBehind();
            return write(generate(model.orElseThrow(), store, progress));
        } catch (IOException | UncheckedIOException | SQLException e) {
            throw failures.of(
                    GenerationError.NOT_GENERATED, "reading, copying or writing has failed", e);
        }
    }

    private void refuseUnfit(Optional<Schema> model, List<MigrationStatus> status) {
        if (model.isEmpty()) {
            throw failures.of(
                    GenerationError.NO_MODEL,
                    "there is nothing to compare the database with",
                    "The module names neither entities nor a schema in code.");
        }
        var unfit =
                status.stream()
                        .filter(m ->
                                switch (m.state()) {
                                    case APPLIED, PAST, BASELINE -> false;
                                    case PENDING, FAILED, CHANGED, MISSING, NEWER, TOO_LATE -> true;
                                })
                        .map(m ->
                                "%s \"%s\" is %s"
                                        .formatted(
                                                m.version(),
                                                m.description(),
                                                m.state().name().toLowerCase(Locale.ROOT))
                                        .strip())
                        .toList();
        if (!unfit.isEmpty()) {
            throw failures.of(
                    GenerationError.NOT_MIGRATED,
                    "it is not what the migrations of the module make it",
                    "Of them, " + String.join(", ", unfit) + ".");
        }
    }

    /** What was generated before and not built yet would be generated once more. */
    private void refuseBehind() throws IOException {
        var known =
                Stream.concat(
                                declared.migrations().versioned().stream(),
                                declared.migrations().undo().stream())
                        .flatMap(m -> m.version().stream())
                        .toList();
        var unknown =
                files.scripts().stream()
                        .map(f -> String.valueOf(f.getFileName()))
                        .filter(name ->
                                Version.parse(name.substring(1, name.indexOf("__")))
                                        .filter(v -> !known.contains(v))
                                        .isPresent())
                        .toList();
        if (!unknown.isEmpty()) {
            throw failures.of(
                    GenerationError.MODULE_BEHIND,
                    "the module is older than its sources",
                    "It lacks, of " + request.folder() + ": " + String.join(", ", unknown) + ".");
        }
    }

    /**
     * What was generated.
     *
     * @param baseline the version of databases that were made without migrations
     */
    private record Outcome(
            List<GeneratedMigration> migrations, Evidence evidence, Optional<Baseline> baseline) {

        static Outcome of(Generated generated) {
            return new Outcome(generated.migrations(), generated.evidence(), Optional.empty());
        }
    }

    private Outcome generate(Schema model, Optional<Store> store, Progress progress)
            throws IOException, SQLException {
        var name = declared.database();
        try (var folder = opener.workFolder(name)) {
            if (store.isPresent()) {
                return generate(model, store.get(), folder, progress);
            }
            try (var made = opener.openEmpty(name, folder)) {
                return generate(model, made, folder, progress);
            }
        }
    }

    private Outcome generate(Schema model, Store store, WorkFolder folder, Progress progress)
            throws IOException, SQLException {
        var generation =
                new Generation(store, folder.path(), f -> opener.openFile(declared.database(), f));
        long version = version();
        if (!declared.migrations().isEmpty()) {
            return Outcome.of(generation.generate(wanted(model, version), progress));
        }
        var found = found(store);
        var live = found.tables();
        if (live.tables().isEmpty()) {
            return Outcome.of(
                    generation.generateFirst(wanted(model, version), Sequel.NONE, progress));
        }
        var change = generation.generate(wanted(model, version + 1), progress);
        var first =
                generation.generateFirst(
                        Request.of(
                                declared.module(),
                                declared.database(),
                                live,
                                version,
                                change.migrations().isEmpty() ? request.description() : FIRST),
                        new Sequel(change.migrations(), model),
                        progress);
        return new Outcome(
                Stream.concat(
                                first.migrations().stream().map(found::named),
                                change.migrations().stream())
                        .toList(),
                change.evidence(),
                Optional.of(new Baseline(String.valueOf(version), found.model().isPresent())));
    }

    /**
     * What a database holds.
     *
     * @param model the model that its tables were made from, if it tells one
     */
    private record Found(Schema tables, Optional<String> model) {

        /** Has databases of the same model know that they stand at the migration. */
        GeneratedMigration named(GeneratedMigration first) {
            return model.map(m -> first.withFirstLine(ModelComment.line(m))).orElse(first);
        }
    }

    private static Found found(Store store) throws SQLException {
        try (var connection = store.connect()) {
            var dialect = store.dialect();
            return new Found(
                    dialect.read(connection).schema(),
                    RecordedModel.fingerprint(connection, dialect));
        }
    }

    /** Migrations in Java are among those of the module alone. */
    private long version() throws IOException {
        long last =
                declared.migrations()
                        .latest()
                        .map(v -> v.numbers().getFirst().longValueExact())
                        .orElse(0L);
        return Math.max(files.nextVersion(), last + 1);
    }

    private Request wanted(Schema model, long version) {
        return new Request(
                declared.module(),
                declared.database(),
                model,
                version,
                request.description(),
                fills(request.values()),
                fills(request.valuesBack()),
                request.largeTable());
    }

    private static List<Fill> fills(List<ColumnValue> values) {
        return values.stream().map(v -> new Fill(v.table(), v.column(), v.expression())).toList();
    }

    private GenerationReport write(Outcome outcome) throws IOException {
        var placed = files.place(outcome.migrations(), request.isForEngine() || files.isByEngine());
        if (!request.isTrial()) {
            files.write(placed);
        }
        return new GenerationReport(
                declared.database(),
                declared.module(),
                engine,
                placed.stream().map(GenerationAtRest::pair).toList(),
                outcome.evidence().tables(),
                outcome.evidence().rows(),
                outcome.baseline(),
                !request.isTrial() && !placed.isEmpty());
    }

    private static GeneratedPair pair(Placed placed) {
        var migration = placed.migration();
        return new GeneratedPair(
                migration.version(),
                migration.description(),
                new GeneratedPair.Script(placed.up(), migration.up()),
                new GeneratedPair.Script(placed.down(), migration.down()),
                migration.changes(),
                migration.losses(),
                migration.warnings());
    }
}
