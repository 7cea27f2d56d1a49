package dev.tenon.database.internal.rest;

import dev.tenon.core.error.Problem;
import dev.tenon.core.error.TenonException;
import dev.tenon.core.spi.RestingModules;
import dev.tenon.database.admin.DatabaseStatus;
import dev.tenon.database.admin.DatabaseSummary;
import dev.tenon.database.admin.MigrationStatus;
import dev.tenon.database.admin.MigrationStatus.State;
import dev.tenon.database.admin.SchemaDrift;
import dev.tenon.database.admin.ScriptFinding;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.lint.ScriptLint;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.opening.FrameworkDatabase;
import dev.tenon.database.internal.opening.ModuleSchema;
import dev.tenon.database.internal.opening.OpenDatabase;
import dev.tenon.database.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks how a database of a module that does not run stands; changes nothing. Used by one thread.
 *
 * @param opened the database, if it is there
 * @param schema what the module makes of it, without a record of that
 */
record StatusLook(
        Declaration declared,
        SchemaOwner owner,
        RestingModules modules,
        DatabaseOpener opener,
        Supplier<Optional<OpenDatabase>> opened,
        Function<OpenDatabase, ModuleSchema> schema) {

    /** Returns how the migrations stand. */
    List<MigrationStatus> migrations() {
        if (declared.migrations().isEmpty()) {
            return List.of();
        }
        return modules.with(
                owner.module(),
                m ->
                        opened.get()
                                .map(o -> schema.apply(o).migrations(m).status())
                                .orElseGet(() ->
                                        declared.migrations()
                                                .all()
                                                .map(StatusLook::pending)
                                                .toList()));
    }

    private static MigrationStatus pending(Migration migration) {
        return new MigrationStatus(
                migration.version().map(Version::toString).orElse(""),
                migration.name().description(),
                Optional.of(migration.place()),
                State.PENDING,
                Optional.empty());
    }

    /** Returns how the database stands. */
    DatabaseStatus status(DatabaseSummary summary) {
        if (summary.problem().isPresent()) {
            return unknown(summary, summary.problem());
        }
        try {
            var there = opened.get();
            there.ifPresent(o -> o.requireOwner(owner));
            var status =
                    new DatabaseStatus(
                            summary, migrations(), SchemaDrift.NONE, List.of(), Optional.empty());
            return there.isPresent() && !owner.database().equals(FrameworkDatabase.NAME)
                    ? compared(status, schema.apply(there.get()))
                    : status;
        } catch (TenonException e) {
            return unknown(summary, Optional.of(e.problem()));
        }
    }

    private static DatabaseStatus unknown(DatabaseSummary summary, Optional<Problem> problem) {
        return new DatabaseStatus(summary, List.of(), SchemaDrift.NONE, List.of(), problem);
    }

    /** The tables of a module without migrations become what it declares, or it does not start. */
    private DatabaseStatus compared(DatabaseStatus status, ModuleSchema made) {
        if (declared.migrations().isEmpty()) {
            return modules.with(
                    owner.module(),
                    m -> {
                        made.checkModel(m);
                        return status;
                    });
        }
        return status.isSound() && status.pending().isEmpty()
                ? modules.with(owner.module(), m -> compared(status, made, m))
                : status;
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

    /** Returns how the database stands, and what is dangerous in the scripts that have not run. */
    DatabaseStatus validate(DatabaseSummary summary) {
        var status = status(summary);
        if (status.pending().isEmpty()) {
            return status;
        }
        try {
            var findings = lint().findings(declared.migrations(), status.pending());
            return with(status, findings, Optional.empty());
        } catch (TenonException e) {
            return with(status, List.of(), Optional.of(e.problem()));
        }
    }

    private static DatabaseStatus with(
            DatabaseStatus status, List<ScriptFinding> findings, Optional<Problem> problem) {
        return new DatabaseStatus(
                status.summary(), status.migrations(), status.drift(), findings, problem);
    }

    private PendingLint lint() {
        var model = modules.with(owner.module(), m -> ModuleSchema.complete(declared, m).schema());
        return new PendingLint(
                new ScriptLint(
                        opener.engine(owner.database()).dialect(),
                        opened.get().map(OpenDatabase::tables).orElseGet(Schema::of),
                        model.orElseGet(Schema::of)));
    }
}
