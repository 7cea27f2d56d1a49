package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.Isolation;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.Session;
import dev.tenon.database.Work;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.ServerDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements that commit by themselves, where a session has no other. */
@Timeout(120)
class PostgresSingleStatementsTest {

    private ServerDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = ServerDatabase.postgres(s -> s);
        database.run("create table note(id int primary key)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void itsCommitIsNoMessageOfItsOwn() {
        long seen = write(WriteOptions.SINGLE_STATEMENT, s -> insert(s) * others());
        assertThat(seen).isOne();
    }

    @Test
    void aSessionOfSeveralCommitsAtItsEnd() {
        write(WriteOptions.SINGLE_STATEMENT, PostgresSingleStatementsTest::insert);
        long seen = write(WriteOptions.DEFAULT, s -> insert(s) * others());
        assertThat(seen).isOne();
        assertThat(others()).isEqualTo(2);
    }

    /** Returns how many rows a session on another connection sees. */
    private long others() {
        return database.one(Long.class, "select count(*) from note");
    }

    private static long insert(Session session) {
        return session.execute("insert into note select count(*) from note");
    }

    private <T> T write(WriteOptions options, Work<T> work) {
        return database.sessions().write(options, work);
    }

    @Test
    void whatItsWorkThrowsAfterwardsUndoesNothingAndIsNotRepeated() {
        var runs = new AtomicInteger();
        var e =
                failure(
                        DatabaseError.SERIALIZATION,
                        () ->
                                write(
                                        WriteOptions.SINGLE_STATEMENT,
                                        s -> {
                                            runs.incrementAndGet();
                                            insert(s);
                                            throw new SQLException("may pass", "40001");
                                        }));
        assertThat(e.outcome()).isEqualTo(CommitOutcome.APPLIED);
        assertThat(runs).hasValue(1);
        assertThat(others()).isOne();
    }

    @Test
    void aRowThatCannotBeReadAfterwardsIsThere() {
        var e =
                failure(
                        DatabaseError.UNREADABLE,
                        () ->
                                write(
                                        WriteOptions.SINGLE_STATEMENT,
                                        s ->
                                                s.query(
                                                                "insert into note values (1)"
                                                                        + " returning 'x'")
                                                        .one(Long.class)));
        assertThat(e.outcome()).isEqualTo(CommitOutcome.APPLIED);
        assertThat(others()).isOne();
    }

    @Test
    void aSessionOfSeveralIsUndoneAndRepeated() {
        var runs = new AtomicInteger();
        write(
                WriteOptions.DEFAULT,
                s -> {
                    insert(s);
                    if (runs.incrementAndGet() == 1) {
                        throw new SQLException("may pass", "40001");
                    }
                    return null;
                });
        assertThat(runs).hasValue(2);
        assertThat(others()).isOne();
    }

    @Test
    void nobodyKnowsWhetherItHoldsIfItsConnectionIsLost() {
        var runs = new AtomicInteger();
        var e =
                failure(
                        DatabaseError.OUTCOME_UNKNOWN,
                        () ->
                                write(
                                        WriteOptions.SINGLE_STATEMENT,
                                        s -> {
                                            runs.incrementAndGet();
                                            return s.query(
                                                            "select pg_terminate_backend("
                                                                    + "pg_backend_pid())")
                                                    .one(Boolean.class);
                                        }));
        assertThat(e.outcome()).isEqualTo(CommitOutcome.UNKNOWN);
        assertThat(e.getMessage()).contains("pg_terminate_backend", "commits by itself");
        assertThat(runs).hasValue(1);
        long rows = write(WriteOptions.SINGLE_STATEMENT, PostgresSingleStatementsTest::insert);
        assertThat(rows).isOne();
    }

    @Test
    void itIsInterruptedWhenItsTimeIsUpAndHasDoneNothingThen() {
        var e =
                failure(
                        DatabaseError.TIMEOUT,
                        () ->
                                write(
                                        WriteOptions.timeout(Duration.ofMillis(200))
                                                .singleStatement(),
                                        s ->
                                                s.execute(
                                                        "insert into note select 1 from"
                                                                + " pg_sleep(60)")));
        assertThat(e.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        assertThat(others()).isZero();
    }

    @Test
    void withAnIsolationOfItsOwnItIsATransaction() {
        long seen =
                write(
                        WriteOptions.SINGLE_STATEMENT.isolation(Isolation.SERIALIZABLE),
                        s -> {
                            assertThat(s.query("show transaction_isolation").one(String.class))
                                    .isEqualTo("serializable");
                            return others();
                        });
        assertThat(seen).isZero();
    }

    @Test
    void aSavepointIsAStatementToo() {
        failure(
                DatabaseError.SEVERAL_STATEMENTS,
                () ->
                        write(
                                WriteOptions.SINGLE_STATEMENT,
                                s -> s.savepoint(PostgresSingleStatementsTest::insert)));
        assertThat(others()).isZero();
    }

    @Test
    void whoKeepsSilentAboutAnUnknownOutcomeIsTold() {
        var e =
                failure(
                        DatabaseError.OUTCOME_UNKNOWN,
                        () ->
                                write(
                                        WriteOptions.SINGLE_STATEMENT,
                                        s -> {
                                            try {
                                                return s.query(
                                                                "select pg_terminate_backend("
                                                                        + "pg_backend_pid())")
                                                        .one(Boolean.class);
                                            } catch (DatabaseException lost) {
                                                return false;
                                            }
                                        }));
        assertThat(e.outcome()).isEqualTo(CommitOutcome.UNKNOWN);
    }

    /** By itself, it could commit a part of what it does. */
    @Test
    void aProcedureRunsInATransaction() {
        database.run(
                "create procedure archive() language plpgsql as"
                        + " 'begin insert into note values (1); commit; end'");
        var e =
                failure(
                        DatabaseError.STATEMENT_FAILED,
                        () ->
                                write(
                                        WriteOptions.SINGLE_STATEMENT,
                                        s -> s.execute("call archive()")));
        assertThat(e.getMessage()).contains("invalid transaction termination");
        assertThat(others()).isZero();
    }

    @Test
    void aReadWithAnIsolationOfItsOwnHasIt() {
        String isolation =
                database.sessions()
                        .read(
                                ReadOptions.SINGLE_STATEMENT.isolation(Isolation.SERIALIZABLE),
                                s -> s.query("show transaction_isolation").one(String.class));
        assertThat(isolation).isEqualTo("serializable");
    }

    @Test
    void whatTheDriverComplainsOfAfterwardsMayHold() {
        insertOne();
        var e =
                catchThrowableOfType(
                        DatabaseException.class,
                        () ->
                                write(
                                        WriteOptions.SINGLE_STATEMENT,
                                        s -> s.query("update note set id = 7").one(Long.class)));
        assertThat(e.outcome()).isEqualTo(CommitOutcome.UNKNOWN);
        assertThat(e.code()).isNotEqualTo(DatabaseError.OUTCOME_UNKNOWN);
    }

    private void insertOne() {
        write(WriteOptions.SINGLE_STATEMENT, PostgresSingleStatementsTest::insert);
    }
}
