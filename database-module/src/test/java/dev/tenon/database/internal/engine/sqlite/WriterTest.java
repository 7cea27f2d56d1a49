package dev.tenon.database.internal.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.engine.Cancellation;
import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Deadline;
import dev.tenon.database.engine.EngineConnection;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.failure.Failures;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WriterTest {

    @TempDir Path folder;

    private SqliteConnection connection;
    private Writer writer;

    @BeforeEach
    void open() throws SQLException {
        var store =
                new StoreSettings(
                        "test",
                        "jdbc:sqlite:" + folder.resolve("test.db"),
                        1,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Map.of());
        connection = SqliteConnection.writer(SqliteSettings.of(store));
        writer = new Writer(connection, new WriterTurns(store, new Failures("test"), connection));
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatABrokenOffWorkHasLeftOpenIsUndoneByTheNext(boolean repeatable) throws Exception {
        write(repeatable, "create table t(a)");
        connection.command("BEGIN").run();
        connection.command("INSERT INTO t VALUES (1)").run();
        write(repeatable, "insert into t values (2)");
        assertThat(onlyValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyWithoutStackLeavesNothingAndHoldsNothing(boolean repeatable) throws Exception {
        write(repeatable, "create table t(a)");
        assertThatThrownBy(() ->
                        writer.write(
                                claim(repeatable),
                                lent -> {
                                    run(lent, "insert into t values (1)");
                                    return endless(1);
                                }))
                .isInstanceOf(StackOverflowError.class);
        write(repeatable, "insert into t values (2)");
        assertThat(onlyValue()).isEqualTo(2);
    }

    @Test
    void aCommitWhoseConnectionIsClosedHasNotBeenApplied() throws Exception {
        write(true, "create table t(a)");
        assertThatThrownBy(() ->
                        writer.write(
                                claim(true),
                                lent -> {
                                    run(lent, "insert into t values (1)");
                                    connection.close();
                                    return 0;
                                }))
                .isInstanceOf(SQLException.class);
        open();
        write(true, "insert into t values (2)");
        assertThat(onlyValue()).isEqualTo(2);
    }

    @SuppressWarnings("InfiniteRecursion") // Until the stack is used up.
    private static int endless(int depth) {
        return endless(depth + 1) + depth;
    }

    private int onlyValue() throws Exception {
        return writer.write(
                claim(true),
                lent -> {
                    try (var prepared = lent.prepare("select max(a) from t having count(*) = 1");
                            var rows = prepared.query()) {
                        assertThat(rows.next()).isTrue();
                        return rows.getInt(1);
                    }
                });
    }

    private void write(boolean repeatable, String sql) throws Exception {
        var _ = writer.write(claim(repeatable), lent -> run(lent, sql));
    }

    private static boolean run(EngineConnection lent, String sql) throws SQLException {
        try (var prepared = lent.prepare(sql)) {
            return prepared.statement().execute();
        }
    }

    private Claim claim(boolean repeatable) {
        return new Claim(
                Deadline.NEVER, Cancellation.NEVER, repeatable, Optional.empty(), false, this);
    }
}
