package dev.tenon.database.internal.rest;

import dev.tenon.core.error.Problem;
import dev.tenon.core.error.TenonException;
import dev.tenon.core.spi.RestingModules;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.admin.BackupInfo;
import dev.tenon.database.admin.DatabaseStatus;
import dev.tenon.database.admin.DatabaseSummary;
import dev.tenon.database.admin.GenerationReport;
import dev.tenon.database.admin.GenerationRequest;
import dev.tenon.database.admin.HistoryEntry;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.database.admin.MigrationRun;
import dev.tenon.database.admin.MigrationStatus;
import dev.tenon.database.admin.MigrationStatus.State;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.admin.SchemaDrift;
import dev.tenon.database.admin.StatementResult;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.backup.Backup;
import dev.tenon.database.internal.backup.BackupSubject;
import dev.tenon.database.internal.backup.Manifest;
import dev.tenon.database.internal.backup.Restore;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.lint.ScriptLint;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.opening.FrameworkDatabase;
import dev.tenon.database.internal.opening.ModuleSchema;
import dev.tenon.database.internal.opening.OpenDatabase;
import dev.tenon.database.internal.place.DatabasePlace;
import dev.tenon.database.internal.record.Recorder;
import dev.tenon.database.internal.record.SchemaHistory;
import dev.tenon.database.schema.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One database of a module that does not run. */
final class DatabaseAtRest implements ManagedDatabase, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    private final Declaration declared;
    private final DatabaseOpener opener;
    private final RestingModules modules;
    private final RecordsAtRest records;
    private Optional<OpenDatabase> open = Optional.empty();

    DatabaseAtRest(
            Declaration declared,
            DatabaseOpener opener,
            RestingModules modules,
            RecordsAtRest records) {
        this.declared = declared;
        this.opener = opener;
        this.modules = modules;
        this.records = records;
    }

    @Override
    public String name() {
        return declared.database();
    }

    @Override
    public String module() {
        return declared.module();
    }

    @Override
    public DatabaseSummary summary() {
        var engine = Optional.<String>empty();
        var place = Optional.<String>empty();
        try {
            engine = Optional.of(opener.engine(name()).name());
            place = Optional.of(opener.place(name()));
            return new DatabaseSummary(name(), module(), engine, place, exists(), Optional.empty());
        } catch (DatabaseException e) {
            return new DatabaseSummary(
                    name(), module(), engine, place, false, Optional.of(e.problem()));
        }
    }

    private boolean exists() {
        return open.isPresent() || opener.exists(name());
    }

    @Override
    public List<StatementResult> query(List<String> statements, int limit) {
        return opened().sessions().read(s -> new StatementRun(limit).all(s, statements));
    }

    @Override
    public List<StatementResult> execute(List<String> statements, int limit) {
        holdIfThere();
        return opened().sessions()
                .write(
                        WriteOptions.DEFAULT.noRetry(),
                        s -> new StatementRun(limit).all(s, statements));
    }

    @Override
    public List<MigrationStatus> migrations() {
        if (declared.migrations().isEmpty()) {
            return List.of();
        }
        return modules.with(
                module(),
                m ->
                        exists()
                                ? schemaToLook(opened()).migrations(m).status()
                                : declared.migrations()
                                        .all()
                                        .map(DatabaseAtRest::pending)
                                        .toList());
    }

    private static MigrationStatus pending(Migration migration) {
        return new MigrationStatus(
                migration.version().map(Version::toString).orElse(""),
                migration.name().description(),
                Optional.of(migration.place()),
                State.PENDING,
                Optional.empty());
    }

    @Override
    public DatabaseStatus status() {
        var summary = summary();
        if (summary.problem().isPresent()) {
            return unknown(summary, summary.problem());
        }
        try {
            if (summary.exists()) {
                opened().requireOwner(owner());
            }
            var status =
                    new DatabaseStatus(
                            summary, migrations(), SchemaDrift.NONE, List.of(), Optional.empty());
            if (isMadeFromModel() && summary.exists()) {
                checkModel();
            }
            boolean isComparable =
                    summary.exists()
                            && !declared.migrations().isEmpty()
                            && status.isSound()
                            && status.pending().isEmpty();
            return isComparable
                    ? modules.with(module(), m -> compared(status, schemaToLook(opened()), m))
                    : status;
        } catch (TenonException e) {
            return unknown(summary, Optional.of(e.problem()));
        }
    }

    private boolean isMadeFromModel() {
        return declared.migrations().isEmpty() && !name().equals(FrameworkDatabase.NAME);
    }

    private void checkModel() {
        modules.<@Nullable Object>with(
                module(),
                m -> {
                    schemaToLook(opened()).checkModel(m);
                    return null;
                });
    }

    private static DatabaseStatus unknown(DatabaseSummary summary, Optional<Problem> problem) {
        return new DatabaseStatus(summary, List.of(), SchemaDrift.NONE, List.of(), problem);
    }

    private static DatabaseStatus compared(
            DatabaseStatus status, ModuleSchema schema, java.lang.Module module) {
        var migrations = schema.migrations(module);
        var drift = migrations.drift();
        return new DatabaseStatus(
                status.summary(),
                status.migrations(),
                new SchemaDrift(descriptions(drift.needed()), descriptions(drift.extra())),
                List.of(),
                migrations.refusal(drift));
    }

    private static List<String> descriptions(List<Change> changes) {
        return changes.stream().map(Change::description).toList();
    }

    @Override
    public DatabaseStatus validate() {
        var status = status();
        if (status.pending().isEmpty()) {
            return status;
        }
        try {
            return new DatabaseStatus(
                    status.summary(),
                    status.migrations(),
                    status.drift(),
                    lint().findings(declared.migrations(), status.pending()),
                    Optional.empty());
        } catch (TenonException e) {
            return new DatabaseStatus(
                    status.summary(),
                    status.migrations(),
                    status.drift(),
                    List.of(),
                    Optional.of(e.problem()));
        }
    }

    private PendingLint lint() {
        var model = modules.with(module(), m -> ModuleSchema.complete(declared, m).schema());
        return new PendingLint(
                new ScriptLint(
                        opener.engine(name()).dialect(),
                        exists() ? opened().tables() : Schema.of(),
                        model.orElseGet(Schema::of)));
    }

    @Override
    public GenerationReport generate(GenerationRequest request, Progress progress) {
        var generation = new GenerationAtRest(declared, opener, request);
        var store = exists() ? Optional.of(opened().store()) : Optional.<Store>empty();
        return modules.with(
                module(),
                m ->
                        generation.run(
                                ModuleSchema.complete(declared, m).schema(),
                                store,
                                store.isPresent()
                                        ? schemaToLook(opened()).migrations(m).status()
                                        : migrations(),
                                progress));
    }

    @Override
    public List<MigrationRun> migrate(Optional<String> upTo, Progress progress) {
        return modules.with(
                module(),
                m -> {
                    opener.hold(name());
                    var made = open.orElseGet(() -> opener.open(name()).forTool());
                    open = Optional.of(made);
                    return schemaToChange(made).bringUp(m, upTo, progress);
                });
    }

    @Override
    public List<MigrationRun> tryToMigrate(Optional<String> upTo, Progress progress) {
        if (declared.migrations().isEmpty() || !exists()) {
            return migrations().stream().map(DatabaseAtRest::untried).toList();
        }
        opener.hold(name());
        return modules.with(module(), m -> schemaToChange(opened()).attempt(m, upTo, progress));
    }

    private static MigrationRun untried(MigrationStatus pending) {
        return new MigrationRun(
                pending.version(),
                pending.description(),
                pending.place().orElse(""),
                Instant.now(),
                Duration.ZERO);
    }

    @Override
    public List<MigrationRun> undo(String version, boolean isTrial, Progress progress) {
        holdIfThere();
        return modules.with(
                module(), m -> schemaToChange(opened()).undo(m, version, isTrial, progress));
    }

    @Override
    public void repair() {
        holdIfThere();
        var _ =
                modules.with(
                        module(),
                        m -> {
                            schemaToChange(opened()).migrations(m).repair();
                            return m;
                        });
    }

    private ModuleSchema schemaToChange(OpenDatabase opened) {
        return schema(opened, records.historyOf(owner(), opened.engine()));
    }

    /** Records nothing: to open the records would make them, and hold their folder. */
    private ModuleSchema schemaToLook(OpenDatabase opened) {
        return schema(opened, new SchemaHistory(new Recorder(), owner(), opened.engine()));
    }

    private ModuleSchema schema(OpenDatabase opened, SchemaHistory history) {
        return new ModuleSchema(
                opened,
                declared,
                history.owner(),
                history,
                DatabasePlace.of(opener.settings(), name()),
                _ -> {});
    }

    private SchemaOwner owner() {
        return new SchemaOwner(
                module(), modules.version(module()), name(), declared.formerModules());
    }

    @Override
    public List<HistoryEntry> history(int limit) {
        return records.history(name(), limit);
    }

    @Override
    public BackupInfo backup(Optional<Path> file, Progress progress) {
        var backup = new Backup(subject());
        var place = DatabasePlace.of(opener.settings(), name());
        var taken = backup.take(file.orElseGet(() -> backup.usualFile(place.backups())), progress);
        return info(taken.file(), taken.bytes(), taken.manifest());
    }

    @Override
    public BackupInfo restore(Path file, Progress progress) {
        opener.hold(name());
        var subject = subjectToReplace();
        close();
        var place = DatabasePlace.of(opener.settings(), name());
        var restored = new Restore(subject, place.folder()).restore(file, progress);
        return info(file, file.toFile().length(), restored.manifest());
    }

    /** Needs nothing of the module: the data of one that cannot start are worth as much. */
    private BackupSubject subject() {
        var schemaVersion = schemaVersion();
        return opener.subject(declared, modules.version(module()), schemaVersion)
                .orElseThrow(this::missing);
    }

    /** A database that is damaged, or a file that is lost, is what a backup is kept for. */
    private BackupSubject subjectToReplace() {
        var schemaVersion = schemaVersionIfReadable();
        return opener.subjectToReplace(declared, modules.version(module()), schemaVersion)
                .orElseThrow(this::missing);
    }

    private String schemaVersion() {
        return exists() ? opened().version() : "";
    }

    private String schemaVersionIfReadable() {
        try {
            return schemaVersion();
        } catch (DatabaseException e) {
            LOG.warn("The database {} cannot be read, and is replaced: {}", name(), e.getMessage());
            return "";
        }
    }

    private static BackupInfo info(Path file, long bytes, Manifest manifest) {
        return new BackupInfo(
                file,
                bytes,
                manifest.module(),
                manifest.database(),
                manifest.engine(),
                manifest.schemaVersion(),
                manifest.takenAt(),
                manifest.rows());
    }

    private void holdIfThere() {
        if (exists()) {
            opener.hold(name());
        }
    }

    private OpenDatabase opened() {
        if (open.isEmpty()) {
            open = opener.openIfThere(name()).map(OpenDatabase::forTool);
        }
        return open.orElseThrow(this::missing);
    }

    private DatabaseException missing() {
        return new Failures(name())
                .of(
                        DatabaseError.MISSING_DATABASE,
                        "There is no database " + name() + " yet.",
                        "It would be " + opener.place(name()) + ".",
                        null,
                        CommitOutcome.NOT_APPLIED);
    }

    @Override
    public void close() {
        open.ifPresent(OpenDatabase::close);
        open = Optional.empty();
    }
}
