package dev.tenon.database.internal.engine.pooled;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Classification;
import dev.tenon.database.engine.Deadline;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.failure.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first connection to a server: tried again, with pauses that grow, while the server
 * cannot be reached; given up at once when the server refuses.
 *
 * @param settings with the limit of the tries
 * @param classify what a failure means
 */
public record FirstConnection(
        PooledSettings settings, Function<SQLException, Classification> classify) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /**
     * Returns the connection.
     *
     * @param place where it leads, for messages
     */
    public Connection make(DataSource source, String place) {
        try {
            return tryToMake(source, place);
        } catch (SQLException e) {
            throw refused(e, place);
        }
    }

    /** Returns the exception for a database that cannot be opened. */
    public DatabaseException refused(SQLException e, String place) {
        return failures()
                .of(
                        classify.apply(e),
                        "The database "
                                + settings.database()
                                + " cannot be opened at "
                                + place
                                + ".",
                        e,
                        CommitOutcome.NOT_APPLIED);
    }

    /**
     * Returns the connection.
     *
     * @throws SQLException if the server refuses, or cannot be reached within the limit
     */
    public Connection tryToMake(DataSource source, String place) throws SQLException {
        var limit = Deadline.after(settings.connectLimit());
        var pause = FIRST_PAUSE;
        boolean again = false;
        while (true) {
            try {
                var connection = source.getConnection();
                if (again) {
                    LOG.info("The database {} is reached at {}", settings.database(), place);
                }
                return connection;
            } catch (SQLException e) {
                if (classify.apply(e).errorClass() != ErrorClass.CONNECTION
                        || limit.left() <= pause.toNanos()) {
                    throw e;
                }
                LOG.warn(
                        "The database {} cannot be reached at {}: {} It is tried again in {} ms,"
                                + " for {} s more",
                        settings.database(),
                        place,
                        Problem.describe(e),
                        pause.toMillis(),
                        Duration.ofNanos(limit.left()).toSeconds());
                again = true;
                await(pause);
                var twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
            }
        }
    }

    private void await(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures()
                    .of(
                            DatabaseError.CANCELLED,
                            "The wait for the database " + settings.database() + " was ended.",
                            "",
                            e,
                            CommitOutcome.NOT_APPLIED);
        }
    }

    private Failures failures() {
        return new Failures(settings.database());
    }
}
