package dev.tenon.database.internal.opening;

import dev.tenon.core.error.Problem;
import dev.tenon.database.admin.MigrationRun;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.declare.LoadedDeclaration;
import dev.tenon.database.internal.migration.AppliedMigration;
import dev.tenon.database.internal.migration.MigrationListener;
import dev.tenon.database.internal.migration.ModuleMigrations;
import dev.tenon.database.internal.migration.ProvidedMigrations;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.internal.place.DatabasePlace;
import dev.tenon.database.internal.record.SchemaHistory;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes an open database what its module needs.
 *
 * @param declared what the module declares
 * @param owner whose database it is
 * @param history keeps the record
 * @param place how the settings want it
 * @param migrating is told what is kept, before a migration runs
 */
public record ModuleSchema(
        OpenDatabase opened,
        Declaration declared,
        SchemaOwner owner,
        SchemaHistory history,
        DatabasePlace place,
        Consumer<SnapshotSafeguard.Before> migrating) {

    /** Returns it with the schema that code of the module makes, if there is such code. */
    public ModuleSchema completed(java.lang.Module module) {
        var whole = history.declared(() -> complete(module));
        return new ModuleSchema(opened, whole, owner, history, place, migrating);
    }

    /**
     * Runs the migrations of the module that have not run or, if it has none, creates the tables of
     * its model.
     *
     * @param module the module, of which code may run
     * @param upTo the version of the migrations above which none runs; nothing: all run
     * @return what has been done
     */
    public List<MigrationRun> bringUp(
            java.lang.Module module, Optional<String> upTo, Progress progress) {
        return declared.migrations().isEmpty()
                ? history.made(() -> create(module, progress)).stream().toList()
                : runs(
                        history.migrated(listener ->
                                opened.migrate(migrations(module), upTo, listener, progress)));
    }

    /**
     * Makes sure that {@link #bringUp} would do well for a module without migrations, as far as
     * that can be seen; changes nothing.
     *
     * @throws InvalidSchemaException if not
     */
    public void checkModel(java.lang.Module module) {
        complete(module).schema().ifPresent(schema -> opened.check(schema, owner));
    }

    /** Runs the migrations that have not run, and takes them back. */
    public List<MigrationRun> attempt(
            java.lang.Module module, Optional<String> upTo, Progress progress) {
        return runs(migrations(module).attempt(upTo, progress));
    }

    /** Takes back the migrations above a version. */
    public List<MigrationRun> undo(java.lang.Module module, String version, Progress progress) {
        return runs(
                history.migrated(listener ->
                        opened.undo(migrations(module), version, false, listener, progress)));
    }

    /** Takes back the migrations above a version, and then what was done. */
    public List<MigrationRun> attemptUndo(
            java.lang.Module module, String version, Progress progress) {
        return runs(
                opened.undo(migrations(module), version, true, MigrationListener.NONE, progress));
    }

    private static List<MigrationRun> runs(List<AppliedMigration> applied) {
        return applied.stream().map(ModuleSchema::run).toList();
    }

    private Optional<String> create(java.lang.Module module, Progress progress) {
        var schema = complete(module).schema();
        if (schema.isEmpty()) {
            opened.claim(owner);
            return Optional.empty();
        }
        return opened.create(schema.get(), owner, settings(), progress);
    }

    private ModuleMigrations.Settings settings() {
        return place.migration(opened.safeguard(migrating));
    }

    /** Returns the migrations of the module, which has some. */
    public ModuleMigrations migrations(java.lang.Module module) {
        return new ModuleMigrations(
                owner,
                opened.store(),
                declared.migrations(),
                ProvidedMigrations.of(declared.migrations(), owner, module),
                complete(module).schema(),
                settings());
    }

    private Declaration complete(java.lang.Module module) {
        return complete(declared, module);
    }

    /**
     * Returns a declaration with the schema that code of the module makes.
     *
     * @throws InvalidSchemaException if it is not one that can be
     */
    public static Declaration complete(Declaration declared, java.lang.Module module) {
        var declaration = LoadedDeclaration.complete(declared, module);
        if (declaration.hasErrors()) {
            throw new InvalidSchemaException(
                    declaration.problems().stream().filter(Problem::isError).toList());
        }
        return declaration;
    }

    private static MigrationRun run(AppliedMigration applied) {
        var migration = applied.migration();
        return new MigrationRun(
                migration.version().map(Version::toString).orElse(""),
                migration.name().description(),
                migration.place(),
                applied.begun(),
                applied.took());
    }
}
