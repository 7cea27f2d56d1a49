package dev.tenon.database.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.RetryPolicy;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.database.internal.engine.postgres.PostgreSql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** What a session says of its changes when the commit fails. */
@Timeout(120)
class PostgresCommitsTest {

    private static final WriteOptions TWICE =
            WriteOptions.DEFAULT.retry(
                    new RetryPolicy(
                            2, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1)));

    private ServerDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = ServerDatabase.postgres(s -> s);
        database.run("create table note(state text)");
        database.run(
                "create function refuse() returns trigger language plpgsql as"
                        + " 'begin raise exception using errcode = new.state; end'");
        database.run(
                "create constraint trigger refuse after insert on note deferrable initially"
                        + " deferred for each row execute function refuse()");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "P0001, 1",
        "23514, 1",
        "22023, 1",
        "42501, 1",
        "57014, 1",
        "40001, 2",
        "40P01, 2",
        "55P03, 2",
        "25P03, 2",
        "TN123, 1"
    })
    void anErrorThatAbortsTheTransactionIsARefusal(String state, int runs) {
        assertFails(state, CommitOutcome.NOT_APPLIED, runs);
    }

    /** With these, a server or its process may end after it has written the commit. */
    @ParameterizedTest
    @CsvSource({
        "08006", "08P01", "25P04", "40003", "53100", "53200", "57P01", "57P02", "57P03", "57P04",
        "58030", "XX000", "XX001", "XXA00"
    })
    void anErrorThatMayComeTooLateLeavesTheOutcomeUnknownAndIsNotRepeated(String state) {
        var e = assertFails(state, CommitOutcome.UNKNOWN, 1);
        assertThat(e.code()).isEqualTo(DatabaseError.OUTCOME_UNKNOWN);
    }

    /**
     * A statement that commits by itself is undone with every error after which the server stays.
     */
    @ParameterizedTest
    @CsvSource({
        "23514, 1, CHECK",
        "40001, 2, SERIALIZATION",
        "53100, 1, DISK_FULL",
        "58030, 1, STATEMENT_FAILED",
        "XX000, 1, STATEMENT_FAILED"
    })
    void aSingleStatementIsUndoneWithItsError(String state, int runs, DatabaseError error) {
        var e = assertFails(TWICE.singleStatement(), state, CommitOutcome.NOT_APPLIED, runs);
        assertThat(e.code()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"08006", "57P01", "40003", "25P04"})
    void aSingleStatementMayHoldIfTheServerIsLost(String state) {
        assertFails(TWICE.singleStatement(), state, CommitOutcome.UNKNOWN, 1);
    }

    private DatabaseException assertFails(String state, CommitOutcome outcome, int times) {
        return assertFails(TWICE, state, outcome, times);
    }

    private DatabaseException assertFails(
            WriteOptions options, String state, CommitOutcome outcome, int times) {
        var runs = new AtomicInteger();
        var e =
                catchThrowableOfType(
                        DatabaseException.class,
                        () ->
                                database.sessions()
                                        .write(
                                                options,
                                                s -> {
                                                    runs.incrementAndGet();
                                                    return s.execute(
                                                            "insert into note values (?)", state);
                                                }));
        assertThat(e.outcome()).isEqualTo(outcome);
        assertThat(runs).hasValue(times);
        assertThat(database.maps("select * from note")).isEmpty();
        return e;
    }

    @Test
    void whatTheDriverMakesUpIsNotTheServersWord() {
        var server = new PostgreSql();
        assertThat(server.refusesCommit(new PSQLException("", PSQLState.UNEXPECTED_ERROR)))
                .isFalse();
        assertThat(server.refusesCommit(new PSQLException("", PSQLState.UNIQUE_VIOLATION)))
                .isFalse();
        assertThat(server.refusesCommit(new SQLException("", "23505"))).isFalse();
    }
}
