package dev.tenon.database.internal.migration;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.migration.TransactionStatements.ForbiddenStatement;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/** Says in words of Tenon what Flyway throws: its own keep the statement and the script apart. */
record FlywayFailures(MigrationFailures failures, Dialect dialect) {

    private static final int SHOWN = 1_000;

    /**
     * Returns the exception.
     *
     * @param running the migration that ran, if one did
     * @param takenBack whether what it has done is taken back
     */
    MigrationException of(FlywayException e, Optional<Migration> running, boolean takenBack) {
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
                    takenBack);
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
                takenBack);
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
            boolean takenBack) {
        var outcome =
                takenBack
                        ? " What it had done is taken back."
                        : " " + dialect.name() + " does not take back what it had done before.";
        var remedy = takenBack ? error.remedy() : MigrationError.UNFINISHED.remedy();
        return failures.of(
                Problem.error(
                        error,
                        subject(migration) + " has failed in " + line + migration.place() + ".",
                        cause + outcome,
                        remedy),
                Optional.of(e));
    }

    private String subject(Migration migration) {
        return "The migration " + migration.name() + " of " + failures.owner();
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
