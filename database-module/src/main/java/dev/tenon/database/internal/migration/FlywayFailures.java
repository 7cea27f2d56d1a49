package dev.tenon.database.internal.migration;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.migration.TransactionStatements.ForbiddenStatement;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.MigrationName.Kind;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/** Says in words of Tenon what Flyway throws: its own keep the statement and the script apart. */
record FlywayFailures(MigrationFailures failures, Store store) {

    /** What has become of what a failed migration had done. */
    sealed interface Outcome {}

    /**
     * It is as if it had not begun.
     *
     * @param others how many others are taken back with it
     */
    record TakenBack(int others) implements Outcome {}

    /** It is there still. */
    record Kept() implements Outcome {}

    private static final int SHOWN = 1_000;

    /**
     * Returns the exception.
     *
     * @param running the migration that ran, if one did
     * @param outcome what has become of what it had done
     */
    MigrationException of(FlywayException e, Optional<Migration> running, Outcome outcome) {
        var own = cause(e, MigrationException.class);
        if (own.isPresent()) {
            return own.get();
        }
        if (String.valueOf(e.getMessage()).contains("Detected both transactional")) {
            return mixed(e, running);
        }
        if (running.isEmpty()) {
            return failures.of(
                    MigrationError.NOT_RUN,
                    "The migrations of " + failures.owner() + " cannot be run.",
                    Problem.describe(e),
                    Optional.of(e));
        }
        var forbidden = cause(e, ForbiddenStatement.class);
        if (forbidden.isPresent()) {
            return failed(
                    MigrationError.FORBIDDEN_STATEMENT,
                    running.get(),
                    "",
                    "Its statement is not run: " + shown(forbidden.get().statement()),
                    e,
                    outcome);
        }
        var script = cause(e, FlywaySqlScriptException.class);
        var line = script.map(s -> "line " + s.getLineNumber() + " of ").orElse("");
        var statement =
                script.map(s -> " The statement was: " + shown(s.getStatement())).orElse("");
        return failed(
                MigrationError.FAILED,
                running.get(),
                line,
                Problem.describe(innermost(e)) + statement,
                e,
                outcome);
    }

    private MigrationException mixed(FlywayException e, Optional<Migration> running) {
        return failures.of(
                MigrationError.MIXED,
                running.map(this::subject).orElse("A migration of " + failures.owner())
                        + " cannot be run.",
                Problem.describe(e),
                Optional.of(e));
    }

    private MigrationException failed(
            MigrationError error,
            Migration migration,
            String line,
            String cause,
            FlywayException e,
            Outcome outcome) {
        return failures.of(
                Problem.error(
                        error,
                        subject(migration) + " has failed in " + line + migration.place() + ".",
                        cause + " " + text(outcome),
                        remedy(error, migration, e, outcome)),
                Optional.of(e));
    }

    /** What the database or its server lacks is not mended in a script. */
    private String remedy(
            MigrationError error, Migration migration, FlywayException e, Outcome outcome) {
        var outer = cause(e, SQLException.class).flatMap(this::outerRemedy);
        return switch (outcome) {
            case Kept _ -> outer.map(r -> r + " ").orElse("") + remedyOfKept(migration);
            case TakenBack _ -> outer.orElseGet(() -> remedyOfTakenBack(error, migration));
        };
    }

    private Optional<String> outerRemedy(SQLException e) {
        var errorClass = store.classify(e).errorClass();
        return switch (errorClass) {
            case CONNECTION, DISK_FULL, CORRUPT, PERMISSION ->
                    Optional.of(Failures.errorOf(errorClass).remedy());
            default -> Optional.empty();
        };
    }

    private static String remedyOfKept(Migration migration) {
        return isUndo(migration)
                ? "Put the tables by hand into the state from before the undo script, or restore a"
                        + " snapshot or backup."
                : MigrationError.UNFINISHED.remedy();
    }

    private static String remedyOfTakenBack(MigrationError error, Migration migration) {
        return isUndo(migration) && error == MigrationError.FAILED
                ? "Correct the undo script as the cause says, and run 'tenon db down' again."
                : error.remedy();
    }

    private static boolean isUndo(Migration migration) {
        return migration.name().kind() == Kind.UNDO;
    }

    private String text(Outcome outcome) {
        return switch (outcome) {
            case Kept _ -> store.dialect().name() + " does not take back what it had done before.";
            case TakenBack(int others) ->
                    others == 0
                            ? "What it had done is taken back."
                            : "What it had done is taken back, with the "
                                    + others
                                    + (others == 1 ? " migration" : " migrations")
                                    + " before it.";
        };
    }

    private String subject(Migration migration) {
        return (isUndo(migration) ? "The undo of the migration " : "The migration ")
                + migration.name()
                + " of "
                + failures.owner();
    }

    private static String shown(String statement) {
        var text = statement.strip();
        return (text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text) + ";";
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Flyway's own exceptions repeat in several lines what the one behind them says. */
    private static Throwable innermost(Throwable thrown) {
        return causes(thrown)
                .filter(t -> !(t instanceof FlywayException))
                .findFirst()
                .orElse(thrown);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause);
    }
}
