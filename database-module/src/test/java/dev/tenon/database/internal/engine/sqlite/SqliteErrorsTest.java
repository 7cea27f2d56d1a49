package dev.tenon.database.internal.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.error.ErrorClass;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteConfig;

/** Every failure is provoked, for the driver changes its texts. */
class SqliteErrorsTest {

    @TempDir Path folder;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = connect();
        for (var sql :
                List.of(
                        "pragma foreign_keys = on",
                        "create table t(id integer primary key, a text unique, b int not null"
                                + " default 0, c int check (c < 10), p int references t(id))",
                        "create table typed(n integer) strict",
                        "create trigger guard before delete on t begin select raise(abort,"
                                + " 'no'); end",
                        "create table pair(a, b, primary key(a, b)) without rowid",
                        "insert into t(id, a) values (1, 'x')",
                        "insert into pair values (1, 2)")) {
            run(connection, sql);
        }
    }

    private Connection connect() throws SQLException {
        return new SQLiteConfig().createConnection("jdbc:sqlite:" + folder.resolve("test.db"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNIQUE            | insert into t(a) values ('x')",
                "UNIQUE            | insert into t(id) values (1)",
                "UNIQUE            | insert into pair values (1, 2)",
                "FOREIGN_KEY       | insert into t(p) values (99)",
                "NOT_NULL          | insert into t(b) values (null)",
                "CHECK             | insert into t(c) values (10)",
                "CHECK             | delete from t",
                "TYPE              | insert into typed values ('x')",
                "TYPE              | insert into t(id) values ('x')",
                "SYNTAX            | selec 1",
                "SYNTAX            | select",
                "SYNTAX            | select 'x",
                "MISSING_TABLE     | select 1 from absent",
                "MISSING_COLUMN    | select absent from t",
                "MISSING_COLUMN    | insert into t(absent) values (1)",
                "DUPLICATE_TABLE   | create table t(id)",
                "DUPLICATE_COLUMN  | alter table t add column a",
                "ABORTED_TRANSACTION | commit",
                "ABORTED_TRANSACTION | release absent",
                "OTHER             | select abs(-9223372036854775808)"
            })
    void aFailureIsOfItsClass(ErrorClass expected, String sql) {
        var failure = catchThrowableOfType(SQLException.class, () -> run(connection, sql));
        assertThat(SqliteErrors.classify(failure).errorClass())
                .as(failure.getMessage())
                .isEqualTo(expected);
    }

    @Test
    void aConstraintNamesItsTableAndColumns() {
        var failure =
                catchThrowableOfType(
                        SQLException.class,
                        () -> run(connection, "insert into pair values (1, 2)"));
        var what = SqliteErrors.classify(failure);
        assertThat(what.table()).contains("pair");
        assertThat(what.columns()).containsExactly("a", "b");
    }

    @Test
    void aLockedDatabaseIsBusyAndAnOldSnapshotIsASerializationFailure() throws SQLException {
        run(connection, "pragma journal_mode = wal");
        try (var other = connect()) {
            run(other, "pragma busy_timeout = 0");
            run(connection, "begin immediate");
            assertThat(classOf(other, "begin immediate")).isEqualTo(ErrorClass.BUSY);
            run(connection, "rollback");
            run(other, "begin");
            run(other, "select * from t");
            run(connection, "update t set b = 1");
            assertThat(classOf(other, "update t set b = 2")).isEqualTo(ErrorClass.SERIALIZATION);
        }
    }

    @Test
    void whatIsOnlyReadIsReadOnly() throws SQLException {
        run(connection, "pragma query_only = on");
        assertThat(classOf(connection, "update t set b = 1")).isEqualTo(ErrorClass.READ_ONLY);
    }

    @Test
    void aClosedConnectionIsAConnectionFailure() throws SQLException {
        var statement = connection.prepareStatement("select 1");
        connection.close();
        var failure = catchThrowableOfType(SQLException.class, statement::executeQuery);
        assertThat(SqliteErrors.classify(failure).errorClass())
                .as(failure.getMessage())
                .isEqualTo(ErrorClass.CONNECTION);
    }

    private static ErrorClass classOf(Connection connection, String sql) {
        var failure = catchThrowableOfType(SQLException.class, () -> run(connection, sql));
        return SqliteErrors.classify(failure).errorClass();
    }
}
