package dev.tenon.database.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.RetryPolicy;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.MariaDbServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session says of its changes when the commit fails. */
@Timeout(120)
class MariaDbCommitsTest {

    private static final WriteOptions TWICE =
            WriteOptions.DEFAULT.retry(
                    new RetryPolicy(
                            2, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1)));

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicLong id = new AtomicLong();
    private Connection administrator;
    private String name;
    private ServerDatabase database;

    @BeforeEach
    void open() throws SQLException {
        ServerDatabase.requireMariaDb();
        administrator = MariaDbServer.newDatabase();
        name = administrator.getCatalog();
        // One that read_only holds for, other than for administrators.
        administer("create user " + name + "@'%' identified by ''");
        administer("grant all on " + name + ".* to " + name + "@'%'");
        administer("create table note(id int primary key)");
    }

    private void openWith(String lockTimeout) throws SQLException {
        var url = MariaDbServer.url(name).replace("user=tenon", "user=" + name);
        database = ServerDatabase.mariaDb(s -> s.at(url).with("lock-timeout", lockTimeout));
    }

    @AfterEach
    void close() throws SQLException {
        if (administrator != null) {
            administer("unlock tables");
            administer("set global read_only = 0");
            database.close();
            administrator.close();
        }
    }

    @Test
    void aServerThatBecomesReadOnlyBeforeTheCommitRefusesIt() throws SQLException {
        openWith("10s");
        var e = failed(TWICE, "set global read_only = 1");
        assertThat(e.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        assertThat(e.code()).isEqualTo(DatabaseError.READ_ONLY);
        assertThat(runs).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill query ", "kill "})
    void aCommitThatIsEndedFromOutsideLeavesTheOutcomeUnknownAndIsNotRepeated(String kill)
            throws Exception {
        openWith("60s");
        var killer =
                Thread.ofVirtual()
                        .start(() -> {
                            awaitCommit();
                            administer(kill + id.get());
                        });
        var e = failed(TWICE, "flush tables with read lock");
        killer.join();
        assertThat(e.outcome()).isEqualTo(CommitOutcome.UNKNOWN);
        assertThat(e.code()).isEqualTo(DatabaseError.OUTCOME_UNKNOWN);
        assertThat(runs).hasValue(1);
    }

    @Test
    void aCommitThatWaitsInVainForABackupIsRefusedAfterTheLockTimeout() throws SQLException {
        openWith("1s");
        var e = failed(WriteOptions.DEFAULT.noRetry(), "flush tables with read lock");
        assertThat(e.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        assertThat(e.code()).isEqualTo(DatabaseError.BUSY);
        assertThat(e.getMessage()).contains("The commit on test failed");
        administer("unlock tables");
        assertThat(database.maps("select * from note")).isEmpty();
    }

    private DatabaseException failed(WriteOptions options, String meanwhile) {
        return catchThrowableOfType(
                DatabaseException.class,
                () ->
                        database.sessions()
                                .write(
                                        options,
                                        s -> {
                                            id.set(
                                                    s.query("select connection_id()")
                                                            .one(Long.class));
                                            s.execute("insert into note values (1)");
                                            if (runs.incrementAndGet() == 1) {
                                                administer(meanwhile);
                                            }
                                            return null;
                                        }));
    }

    private void awaitCommit() {
        var end = Instant.now().plusSeconds(30);
        try (var connection = DriverManager.getConnection(MariaDbServer.url(name));
                var statement =
                        connection.prepareStatement(
                                "select info = 'COMMIT' from information_schema.processlist"
                                        + " where id = ?")) {
            while (Instant.now().isBefore(end)) {
                statement.setLong(1, id.get());
                try (var row = statement.executeQuery()) {
                    if (row.next() && row.getBoolean(1)) {
                        return;
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("nothing was committed");
    }

    private void administer(String sql) {
        try (var statement = administrator.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
