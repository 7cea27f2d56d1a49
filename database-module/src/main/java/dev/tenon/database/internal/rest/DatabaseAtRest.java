package dev.tenon.database.internal.rest;

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
import dev.tenon.database.admin.Progress;
import dev.tenon.database.admin.StatementResult;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.backup.Backup;
import dev.tenon.database.internal.backup.BackupSubject;
import dev.tenon.database.internal.backup.Manifest;
import dev.tenon.database.internal.backup.Restore;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.opening.ModuleSchema;
import dev.tenon.database.internal.opening.OpenDatabase;
import dev.tenon.database.internal.place.DatabasePlace;
import dev.tenon.database.internal.record.Recorder;
import dev.tenon.database.internal.record.SchemaHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        return look().migrations();
    }

    @Override
    public DatabaseStatus status() {
        return look().status(summary());
    }

    @Override
    public DatabaseStatus validate() {
        return look().validate(summary());
    }

    private StatusLook look() {
        return new StatusLook(
                declared, owner(), modules, opener, this::openedIfThere, this::schemaToLook);
    }

    @Override
    public GenerationReport generate(GenerationRequest request, Progress progress) {
        var generation = new GenerationAtRest(declared, opener, request);
        var there = openedIfThere();
        return modules.with(
                module(),
                m ->
                        generation.run(
                                ModuleSchema.complete(declared, m).schema(),
                                there.map(OpenDatabase::store),
                                there.map(o -> schemaToLook(o).migrations(m).status())
                                        .orElseGet(this::migrations),
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
        return modules.with(module(), m -> schemaToLook(opened()).attempt(m, upTo, progress));
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
                module(),
                m ->
                        isTrial
                                ? schemaToLook(opened()).attemptUndo(m, version, progress)
                                : schemaToChange(opened()).undo(m, version, progress));
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
        return openedIfThere().orElseThrow(this::missing);
    }

    private Optional<OpenDatabase> openedIfThere() {
        if (open.isEmpty()) {
            open = opener.openIfThere(name()).map(OpenDatabase::forTool);
        }
        return open;
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
