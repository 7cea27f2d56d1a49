package dev.tenon.database.internal.migration;

import static java.util.stream.Collectors.joining;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.difference.Drift;
import dev.tenon.database.internal.difference.LiveComparison;
import dev.tenon.database.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the tables that migrations have made with what the module declares.
 *
 * @param owner whose tables they are
 * @param treatment what is done about a difference
 */
record DriftCheck(SchemaOwner owner, Dialect dialect, Schema model, Treatment treatment) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    /** Returns what is different; leaves nothing on the connection. */
    Drift find(Connection connection) throws SQLException {
        var live = dialect.read(connection).schema();
        return Drift.of(new LiveComparison(dialect, connection).compare(live, model));
    }

    /**
     * Looks, and says what is different as it is to be said.
     *
     * @return why the module does not start, if it does not
     */
    Optional<InvalidSchemaException> run(Connection connection) {
        try {
            var drift = find(connection);
            if (!drift.extra().isEmpty()) {
                LOG.debug(
                        "The database {} holds what the module {} does not declare. {}",
                        owner.database(),
                        owner.module(),
                        steps(drift.extra()));
            }
            return drift.needed().isEmpty() ? Optional.empty() : treat(drift);
        } catch (SQLException e) {
            LOG.warn(
                    "The tables of {} are not compared with what the module declares: {}",
                    owner,
                    Problem.describe(e));
            return Optional.empty();
        }
    }

    private Optional<InvalidSchemaException> treat(Drift drift) {
        var problem = problem(drift);
        switch (treatment) {
            case FAIL -> {
                return Optional.of(new InvalidSchemaException(List.of(problem)));
            }
            case WARN -> LOG.warn("{}", problem);
            case SKIP -> LOG.debug("{}", problem);
        }
        return Optional.empty();
    }

    /** Returns what needs to change, as a problem that keeps the module from its start. */
    Problem problem(Drift drift) {
        return Problem.error(
                SchemaError.TABLES_DIFFER,
                "The tables of " + owner + " are not what the module declares.",
                steps(drift.needed()),
                SchemaError.TABLES_DIFFER
                        .remedy()
                        .replace("MODULE", owner.module())
                        .replace("NAME", owner.database()));
    }

    private static String steps(List<Change> changes) {
        return changes.stream()
                .map(Change::description)
                .collect(joining("; ", "To be so, they would have to: ", "."));
    }
}
