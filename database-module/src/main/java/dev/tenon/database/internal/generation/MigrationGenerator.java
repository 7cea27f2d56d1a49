package dev.tenon.database.internal.generation;

import dev.tenon.core.error.Problem;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.GenerationError;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.internal.generation.proof.Bench;
import dev.tenon.database.internal.generation.proof.Comparing;
import dev.tenon.database.internal.generation.proof.GenerationFailures;
import dev.tenon.database.internal.generation.proof.Proof;
import dev.tenon.database.internal.generation.proof.Walk;
import dev.tenon.database.internal.generation.proof.WayBack;
import dev.tenon.database.internal.generation.writing.Fill;
import dev.tenon.database.internal.generation.writing.Goal;
import dev.tenon.database.internal.generation.writing.Writing;
import dev.tenon.database.internal.script.Script;
import java.sql.SQLException;
import java.util.List;

/**
 * Generates the migration that makes of a database what its module declares, with the one that
 * takes it back, and proves both before it hands them out. Used once, by one thread.
 */
final class MigrationGenerator {

    /** The way up, the way back, the proof, and what follows. */
    private static final int STEPS = 4;

    private final Dialect dialect;
    private final Bench bench;
    private final Writing writing;
    private final Comparing comparing;

    MigrationGenerator(Dialect dialect, Bench bench, Writing writing, Comparing comparing) {
        this.dialect = dialect;
        this.bench = bench;
        this.writing = writing;
        this.comparing = comparing;
    }

    Generated generate(Request request, Sequel sequel, Progress progress) throws SQLException {
        var failures = new GenerationFailures(request.module(), request.database());
        refuse(request, failures);
        var walk = new Walk(dialect, bench, writing, comparing, failures);
        progress.report("Trying the change on a copy", 0, STEPS);
        var up = walk.to(Goal.of(request.model()), request.fills());
        if (up.difference().isEmpty()) {
            return Generated.NOTHING;
        }
        progress.report("Trying the way back on a copy", 1, STEPS);
        walk.back(up.steps().later());
        var down = walk.to(WayBack.of(up, dialect), request.fillsBack());
        var migrations = new ScriptPairs(request, up, down, dialect).all();
        var ups = migrations.stream().map(GeneratedMigration::up).toList();
        var downs = migrations.reversed().stream().map(GeneratedMigration::down).toList();
        var proof = new Proof(dialect, bench, up, down, failures);
        var evidence =
                proof.run(
                        scripts(ups),
                        scripts(downs),
                        direction -> progress.report("Proving: " + direction, 2, STEPS));
        if (!sequel.migrations().isEmpty()) {
            progress.report("Proving: the rest in a new database", 3, STEPS);
            proof.follow(
                    scripts(sequel.migrations().stream().map(GeneratedMigration::up).toList()),
                    found -> comparing.compare(found, sequel.model()));
        }
        return new Generated(migrations, evidence);
    }

    private List<Script> scripts(List<String> texts) {
        return texts.stream().map(text -> Script.read(text, dialect.lexis())).toList();
    }

    private void refuse(Request request, GenerationFailures failures) {
        var errors = dialect.check(request.model()).stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new InvalidSchemaException(errors);
        }
        var unknown =
                request.fills().stream()
                        .filter(f ->
                                request.model()
                                        .table(f.table())
                                        .flatMap(t -> t.column(f.column()))
                                        .isEmpty())
                        .toList();
        if (!unknown.isEmpty()) {
            throw failures.of(
                    GenerationError.FILL_UNKNOWN,
                    "there is no column "
                            + String.join(", ", unknown.stream().map(Fill::place).toList()),
                    "The model has none of that name.");
        }
        request.fills().forEach(fill -> refuseUnusable(fill, failures));
        request.fillsBack().forEach(fill -> refuseUnusable(fill, failures));
    }

    private void refuseUnusable(Fill fill, GenerationFailures failures) {
        var flaw = fill.flaw(dialect.lexis());
        if (flaw.isPresent()) {
            throw failures.of(
                    GenerationError.FILL_UNUSABLE,
                    "the value for " + fill.place() + " is no expression",
                    flaw.get());
        }
    }
}
