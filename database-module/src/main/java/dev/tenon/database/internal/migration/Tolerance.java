package dev.tenon.database.internal.migration;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Store;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.session.PassedCall;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Passes over statements of scripts that change tables, where they fail as the settings expect. One
 * that moves rows never is, and none of a script that makes tables anew with foreign keys off: the
 * next one would drop the old table. Used by one thread.
 *
 * @param owner whose database it is
 * @param observer knows which script runs
 * @param treatments what is done about each error; none: the migration fails
 */
record Tolerance(
        SchemaOwner owner,
        Store store,
        RunObserver observer,
        Map<ExpectedError, Treatment> treatments) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    Tolerance {
        treatments = Map.copyOf(treatments);
    }

    /** Returns the statement as Flyway takes it. */
    Statement around(Statement statement) {
        if (treatments.values().stream().allMatch(t -> t == Treatment.FAIL)) {
            return statement;
        }
        return (Statement)
                Proxy.newProxyInstance(
                        Tolerance.class.getClassLoader(),
                        new Class<?>[] {Statement.class},
                        (_, method, arguments) -> call(statement, method, arguments));
    }

    private @Nullable Object call(
            Statement statement, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        if (method.getName().equals("execute")
                && arguments != null
                && arguments.length == 1
                && arguments[0] instanceof String sql
                && observer.script().filter(s -> !ForeignKeySwitch.isOff(s)).isPresent()) {
            var changing = DefinitionStatement.of(sql, store.dialect().lexis());
            if (changing.isPassable()) {
                return execute(statement, sql, changing);
            }
        }
        return PassedCall.to(statement, method, arguments);
    }

    private boolean execute(Statement statement, String sql, DefinitionStatement changing)
            throws SQLException {
        var savepoint = savepoint(statement);
        boolean hasRows;
        try {
            hasRows = statement.execute(sql);
        } catch (SQLException e) {
            var expected = ExpectedError.of(store.classify(e).errorClass(), changing);
            var treatment =
                    expected.map(x -> treatments.getOrDefault(x, Treatment.FAIL))
                            .orElse(Treatment.FAIL);
            if (treatment == Treatment.FAIL) {
                throw e;
            }
            if (savepoint.isPresent()) {
                statement.getConnection().rollback(savepoint.get());
            }
            passOver(expected.orElseThrow(), treatment, sql, e);
            // Whoever asks for its results gets those of a statement that has some.
            return statement.execute("SELECT 1");
        }
        if (savepoint.isPresent()) {
            statement.getConnection().releaseSavepoint(savepoint.get());
        }
        return hasRows;
    }

    /** PostgreSQL takes nothing more in a transaction in which a statement has failed. */
    private Optional<Savepoint> savepoint(Statement statement) throws SQLException {
        boolean isNeeded =
                store.dialect().capabilities().contains(Capability.TRANSACTIONAL_DDL)
                        && !statement.getConnection().getAutoCommit();
        return isNeeded ? Optional.of(statement.getConnection().setSavepoint()) : Optional.empty();
    }

    private void passOver(
            ExpectedError expected, Treatment treatment, String sql, SQLException failure) {
        var place = observer.place();
        LOG.atLevel(treatment == Treatment.WARN ? Level.WARN : Level.DEBUG)
                .log(
                        "A statement of {} is passed over ({}) in {}. {} The statement is: {}; What"
                                + " is done about it says tenon.database.{}.on-{}.",
                        owner,
                        expected,
                        place,
                        Problem.describe(failure),
                        sql,
                        owner.database(),
                        expected);
        observer.passedOver(
                "Passed over (%s) in %s: %s; %s"
                        .formatted(expected, place, sql, Problem.describe(failure)));
    }
}
