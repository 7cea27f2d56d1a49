package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.Isolation;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.RetryPolicy;
import dev.tenon.database.Session;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.Work;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.ServerDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What sessions do on every engine. */
@Timeout(120)
abstract class SessionContract {

    @TempDir Path folder;
    ServerDatabase database;
    SessionFactory sessions;

    record Titled(long id, String noteTitle) {}

    enum Colour {
        RED
    }

    /** Opens a new database with few connections. */
    abstract ServerDatabase openNew() throws Exception;

    /** Returns a query that runs longer than any limit here. */
    String endless() {
        return "with recursive r(n) as (select 1 union all select n + 1 from r where n <"
                + " 2000000000) select max(n) from r";
    }

    /** Returns queries whose columns are those of the view {@code changing}. */
    List<String> allOfChanging() {
        return List.of(
                "select * from changing",
                "select c.* from changing c",
                "select distinct * from changing",
                "select all * from changing",
                "select/**/* from changing",
                "with w as (select * from changing) select * from w",
                "select first, w.* from changing w");
    }

    /** Returns how the engine says that it numbers the rows of the column {@code id}. */
    abstract String numbered();

    @BeforeEach
    void open() throws Exception {
        database = openNew();
        sessions = database.sessions();
        database.run(
                "create table note(id "
                        + numbered()
                        + ", note_title varchar(200) not null unique, body varchar(200))");
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void whatIsWrittenIsRead() {
        insert("a");
        assertThat(database.rows(Titled.class, "select * from note where note_title = ?", "a"))
                .singleElement()
                .extracting(Titled::noteTitle)
                .isEqualTo("a");
    }

    @Test
    void generatedKeysComeBack() {
        var keys =
                database.write(s ->
                        s.update("insert into note(note_title) values (:title)")
                                .bind("title", "a")
                                .keys("id", Long.class));
        assertThat(keys)
                .containsExactly(database.one(Long.class, "select id from note where id > ?", 0));
    }

    @Test
    void aWorkThatThrowsLeavesNothing() {
        assertThatThrownBy(() ->
                        database.write(s -> {
                            insert(s, "undone");
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");
        assertThat(titles()).isEmpty();
    }

    @Test
    void aViolatedConstraintIsNamed() {
        insert("a");
        var unique = catchThrowableOfType(ConstraintViolationException.class, () -> insert("a"));
        assertThat(unique.code()).isEqualTo(DatabaseError.UNIQUE);
        assertThat(unique.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        var missing =
                catchThrowableOfType(
                        ConstraintViolationException.class,
                        () ->
                                database.run(
                                        "insert into note(note_title) values (?)", (Object) null));
        assertThat(missing.code()).isEqualTo(DatabaseError.NOT_NULL);
        assertThat(missing.columns()).containsExactly("note_title");
    }

    @Test
    void failuresAreClassified() {
        failure(DatabaseError.SYNTAX, () -> database.run("selec 1"));
        failure(DatabaseError.MISSING_TABLE, () -> database.run("delete from missing"));
        failure(DatabaseError.MISSING_COLUMN, () -> database.run("update note set missing = 1"));
        failure(DatabaseError.DUPLICATE_TABLE, () -> database.run("create table note(id int)"));
        failure(
                DatabaseError.DUPLICATE_COLUMN,
                () -> database.run("alter table note add column body varchar(10)"));
        failure(DatabaseError.PARAMETERS, () -> database.run("delete from note where id = ?"));
    }

    @Test
    void whatOnlyReadsCannotWrite() {
        failure(
                DatabaseError.READ_ONLY,
                () -> sessions.read(s -> s.execute("insert into note(note_title) values ('x')")));
        assertThat(titles()).isEmpty();
    }

    @Test
    void transactionsAreNotASessionsToTouch() {
        for (var sql :
                List.of("commit", " /* x */ RollBack", "begin", "savepoint x", "release x")) {
            failure(DatabaseError.FORBIDDEN_STATEMENT, () -> database.run(sql));
            failure(
                    DatabaseError.FORBIDDEN_STATEMENT,
                    () ->
                            database.write(s -> {
                                try (var statement = s.connection().createStatement()) {
                                    return statement.execute(sql);
                                }
                            }));
        }
    }

    @Test
    void aFailingSavepointUndoesItsPartAlone() {
        insert("there");
        database.write(s -> {
            insert(s, "kept");
            assertThatThrownBy(() ->
                            s.savepoint(inner -> {
                                insert(inner, "undone");
                                return insert(inner, "there");
                            }))
                    .isInstanceOf(ConstraintViolationException.class);
            return insert(s, "after");
        });
        assertThat(titles()).containsExactly("after", "kept", "there");
    }

    private static final String TITLES = "select note_title from note order by 1";
    private static final List<ReadOptions> READS =
            List.of(
                    ReadOptions.DEFAULT,
                    ReadOptions.DEFAULT.isolation(Isolation.READ_COMMITTED),
                    ReadOptions.DEFAULT.isolation(Isolation.SERIALIZABLE));

    @Test
    void aReadHasSavepointsToo() {
        insert("a");
        for (var options : READS) {
            long count =
                    sessions.read(
                            options,
                            s -> {
                                assertThatThrownBy(() -> s.savepoint(i -> i.execute("selec")))
                                        .isInstanceOf(DatabaseException.class);
                                return s.query("select count(*) from note").one(Long.class);
                            });
            assertThat(count).isOne();
        }
    }

    @Test
    void aReadAtEveryIsolationReadsStreamsAndHandsOutItsConnection() {
        insert("a");
        insert("b");
        for (var options : READS) {
            for (int i = 0; i < 3; i++) {
                List<String> seen = sessions.read(options, SessionContract::titlesInAllWays);
                assertThat(seen).containsExactly("a", "b", "a", "b", "b");
                failure(
                        DatabaseError.READ_ONLY,
                        () -> sessions.read(options, s -> s.execute("delete from note")));
            }
        }
    }

    private static List<String> titlesInAllWays(Session s) throws SQLException {
        var seen = new ArrayList<>(s.query(TITLES).list(String.class));
        try (var stream = s.query(TITLES).fetchSize(1).stream(String.class)) {
            stream.forEach(seen::add);
        }
        try (var statement = s.connection().createStatement();
                var row = statement.executeQuery("select max(note_title) from note")) {
            assertThat(row.next()).isTrue();
            seen.add(row.getString(1));
        }
        return seen;
    }

    @Test
    void aSessionOfASingleStatementRunsOneInEveryWay() {
        for (var title : List.of("executed", "queried", "updated", "batched", "connected")) {
            sessions.write(WriteOptions.SINGLE_STATEMENT, s -> insert(s, title, title));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(
                            sessions.<List<String>>read(
                                    ReadOptions.SINGLE_STATEMENT,
                                    s -> s.query(TITLES).list(String.class)))
                    .containsExactly("batched", "connected", "executed", "queried", "updated");
            assertThat(
                            sessions.<List<String>>read(
                                    ReadOptions.SINGLE_STATEMENT,
                                    s -> {
                                        try (var rows = s.query(TITLES).stream(String.class)) {
                                            return rows.toList();
                                        }
                                    }))
                    .hasSize(5);
        }
    }

    private static long insert(Session s, String title, String way) throws SQLException {
        var sql = "insert into note(note_title) values (?)";
        return switch (way) {
            case "executed" -> s.execute(sql, title);
            case "queried" -> s.query(sql + " returning 1", title).one(Long.class);
            case "updated" -> s.update(sql.replace("?", ":title")).bind("title", title).execute();
            case "batched" -> s.batch(sql).add(title).execute();
            default -> {
                try (var statement = s.connection().prepareStatement(sql)) {
                    statement.setString(1, title);
                    yield statement.executeUpdate();
                }
            }
        };
    }

    @Test
    void aSessionOfASingleStatementRefusesASecondOne() {
        failure(
                DatabaseError.SEVERAL_STATEMENTS,
                () ->
                        sessions.read(
                                ReadOptions.SINGLE_STATEMENT,
                                s ->
                                        s.query(TITLES).list(String.class).size()
                                                + s.query(TITLES).list(String.class).size()));
        var e =
                failure(
                        DatabaseError.SEVERAL_STATEMENTS,
                        () ->
                                sessions.write(
                                        WriteOptions.SINGLE_STATEMENT,
                                        s -> insert(s, "first") + insert(s, "second")));
        assertThat(e.getMessage()).contains("single statement", "insert into note");
        assertThat(titles()).doesNotContain("second");
    }

    @Test
    void aBatchIsOneStatementHoweverManyPortionsItHas() {
        long sent =
                sessions.write(
                        WriteOptions.SINGLE_STATEMENT,
                        s -> {
                            var batch =
                                    s.batch("insert into note(note_title) values (?)").portion(7);
                            IntStream.range(0, 1200).forEach(i -> batch.add("n" + i));
                            return batch.execute();
                        });
        assertThat(sent).isEqualTo(1200);
        var e =
                failure(
                        DatabaseError.UNIQUE,
                        () ->
                                sessions.write(
                                        WriteOptions.SINGLE_STATEMENT,
                                        s -> {
                                            var batch =
                                                    s.batch(
                                                            "insert into note(note_title) values"
                                                                    + " (?)");
                                            IntStream.range(0, 400)
                                                    .forEach(i -> batch.add("m" + i % 350));
                                            return batch.execute();
                                        }));
        assertThat(e.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        assertThat(titles()).hasSize(1200);
    }

    @Test
    void aConnectionIsHandedOutInPlaceOfASingleStatement() {
        failure(
                DatabaseError.SEVERAL_STATEMENTS,
                () ->
                        sessions.write(
                                WriteOptions.SINGLE_STATEMENT,
                                s -> insert(s, "one") + s.connection().getHoldability()));
        failure(
                DatabaseError.SEVERAL_STATEMENTS,
                () ->
                        sessions.write(
                                WriteOptions.SINGLE_STATEMENT,
                                s -> s.connection().getHoldability() + insert(s, "other")));
        assertThat(titles()).doesNotContain("other");
    }

    @Test
    void aSingleStatementThatFailsLeavesNothing() {
        insert("taken");
        var e =
                failure(
                        DatabaseError.UNIQUE,
                        () ->
                                sessions.write(
                                        WriteOptions.SINGLE_STATEMENT, s -> insert(s, "taken")));
        assertThat(e.outcome()).isEqualTo(CommitOutcome.NOT_APPLIED);
        failure(
                DatabaseError.READ_ONLY,
                () -> sessions.read(ReadOptions.SINGLE_STATEMENT, s -> insert(s, "read")));
        assertThat(titles()).containsExactly("taken");
    }

    @Test
    void actionsRunAfterTheCommitAndOnlyThen() {
        var seen = new ArrayList<String>();
        database.write(s -> {
            s.afterCommit(() -> seen.addAll(titles()));
            return insert(s, "a");
        });
        assertThatThrownBy(() ->
                        database.write(s -> {
                            s.afterCommit(() -> seen.add("never"));
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");
        assertThat(seen).containsExactly("a");
    }

    @Test
    void aReadSeesOneStateOfTheDatabase() {
        insert("a");
        sessions.read(s -> {
            assertThat(s.query("select count(*) from note").one(Long.class)).isOne();
            Thread.ofVirtual().start(() -> insert("b")).join();
            assertThat(s.query("select count(*) from note").one(Long.class)).isOne();
            return null;
        });
        assertThat(titles()).hasSize(2);
    }

    @Test
    void aWriterDoesNotHoldUpReaders() {
        insert("a");
        database.write(s -> {
            insert(s, "b");
            assertThat(titles()).containsExactly("a");
            return null;
        });
    }

    @Test
    void aTimeoutInterruptsTheStatement() {
        failure(
                DatabaseError.TIMEOUT,
                () ->
                        sessions.read(
                                ReadOptions.timeout(Duration.ofMillis(100)),
                                s -> s.query(endless()).one(Long.class)));
        failure(
                DatabaseError.TIMEOUT,
                () ->
                        sessions.write(
                                WriteOptions.timeout(Duration.ofMillis(100)),
                                s -> {
                                    insert(s, "x");
                                    return s.query(endless()).one(Long.class);
                                }));
        assertThat(titles()).isEmpty();
        insert("after");
    }

    @Test
    void cancellingInterruptsTheStatement() throws Exception {
        var running = new CountDownLatch(1);
        var future =
                sessions.writeAsync(
                        WriteOptions.DEFAULT,
                        s -> {
                            insert(s, "x");
                            running.countDown();
                            return s.query(endless()).one(Long.class);
                        });
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        future.cancel(true);
        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        // Waits for the lock that the cancelled one may still have.
        insert("x");
        assertThat(titles()).containsExactly("x");
    }

    @Test
    void aChangedTableIsReadAsItIsNow() {
        insert("a");
        // As often as the driver needs to keep the statement prepared on the server.
        for (int i = 0; i < 20; i++) {
            assertThat(database.maps("select * from note").getFirst()).hasSize(3);
        }
        database.run("alter table note add column more varchar(10)");
        // A connection may notice once that its statement is out of date.
        await(() -> database.maps("select * from note").getFirst().size() == 4);
    }

    static void await(BooleanSupplier condition) {
        var end = Instant.now().plusSeconds(30);
        while (true) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
            } catch (DatabaseException e) {
                assertThat(e.code()).isEqualTo(DatabaseError.SERIALIZATION);
            }
            assertThat(Instant.now()).isBefore(end);
        }
    }

    @Test
    void aStatementThatHasFailedWorksAgain() {
        insert("a");
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> insert("a")).isInstanceOf(ConstraintViolationException.class);
        }
        insert("b");
        assertThat(titles()).containsExactly("a", "b");
    }

    @Test
    void aStreamLeftOpenEndsWithItsSession() {
        insert("a");
        insert("b");
        database.write(s ->
                s.query("select note_title from note").fetchSize(1).stream(String.class)
                        .findFirst());
        database.run("drop table note");
    }

    @Test
    void aSessionIsUselessAfterItsEnd() {
        Session kept = sessions.read(s -> s);
        failure(DatabaseError.SESSION_OVER, () -> kept.execute("select 1"));
        var connection = sessions.read(Session::connection);
        assertThatThrownBy(() -> connection.prepareStatement("select 1"))
                .isInstanceOf(Exception.class);
    }

    @Test
    void theJdbcConnectionLeavesTransactionAndConnectionAlone() {
        database.write(s -> {
            var connection = s.connection();
            for (SqlAction refused :
                    List.<SqlAction>of(
                            connection::commit,
                            connection::rollback,
                            connection::close,
                            () -> connection.setAutoCommit(true),
                            () -> connection.unwrap(Connection.class).commit())) {
                assertThatThrownBy(refused::run).isInstanceOf(SQLException.class);
            }
            try (var statement =
                    connection.prepareStatement("insert into note(note_title) values (?)")) {
                statement.setString(1, "jdbc");
                statement.executeUpdate();
                assertThat(statement.getConnection()).isSameAs(connection);
                assertThatThrownBy(() -> statement.unwrap(Statement.class).getConnection().commit())
                        .isInstanceOf(SQLException.class);
            }
            return null;
        });
        assertThat(titles()).containsExactly("jdbc");
    }

    private interface SqlAction {
        void run() throws Exception;
    }

    @Test
    void aBatchSendsPortions() {
        long changed =
                database.write(s -> {
                    var batch = s.batch("insert into note(note_title) values (?)").portion(7);
                    for (int i = 0; i < 100; i++) {
                        batch.add("n" + i);
                    }
                    return batch.execute();
                });
        assertThat(changed).isEqualTo(100);
        assertThat(titles()).hasSize(100);
    }

    @Test
    void rowsOfABatchThatWereNotSentAreNotLostWithoutAWord() {
        var sql = "insert into note(note_title) values (?)";
        var failure =
                failure(
                        DatabaseError.ROWS_NOT_SENT,
                        () ->
                                database.write(s ->
                                        s.batch(sql)
                                                .portion(3)
                                                .add("a")
                                                .add("b")
                                                .add("c")
                                                .add("d")
                                                .add("e")));
        assertThat(failure).hasMessageContaining("2 in number: " + sql);
        assertThat(titles()).isEmpty();
        database.write(s -> s.batch(sql).portion(2).add("a").add("b"));
        assertThat(titles()).containsExactly("a", "b");
    }

    @Test
    void rowsAddedToABatchInASavepointThatFailsAreDropped() {
        var sql = "insert into note(note_title) values (?)";
        database.write(s -> {
            assertThatThrownBy(() ->
                            s.savepoint(inner -> {
                                inner.batch(sql).add("undone");
                                throw new IllegalStateException("no");
                            }))
                    .hasMessage("no");
            return s.batch(sql).add("kept").execute();
        });
        assertThat(titles()).containsExactly("kept");
        failure(
                DatabaseError.ROWS_NOT_SENT,
                () -> database.write(s -> s.savepoint(inner -> inner.batch(sql).add("lost"))));
    }

    @Test
    void anArrayOfValuesThatIsNullIsToldFromOneValueThatIs() {
        var sql = "insert into note(note_title, body) values ('a', ?)";
        for (var work :
                List.<Work<?>>of(
                        s -> s.execute(sql, (Object[]) null),
                        s -> s.query("select ?", (Object[]) null).list(String.class),
                        s -> s.batch(sql).add((Object[]) null).execute())) {
            assertThat(failure(DatabaseError.PARAMETERS, () -> database.write(work)))
                    .hasMessageContaining("(Object) null");
        }
        assertThat(database.run(sql, (Object) null)).isOne();
    }

    record Changing(String first, String second) {}

    @Test
    void aRecordIsReadFromTheColumnsThatThereAreNow() {
        for (var columns : List.of("'1' as first, '2' as second", "'2' as second, '1' as first")) {
            database.run("drop view if exists changing");
            database.run("create view changing as select " + columns);
            for (var sql : allOfChanging()) {
                // As often as the driver needs to keep the statement prepared on the server.
                for (int i = 0; i < 12; i++) {
                    // A connection may notice once that its statement is out of date.
                    await(() -> {
                        assertThat(database.rows(Changing.class, sql))
                                .as(sql + " of " + columns)
                                .containsExactly(new Changing("1", "2"));
                        return true;
                    });
                }
            }
        }
    }

    @Test
    void aValueIsReadFromTheOnlyColumnAndNotFromTheFirstOfSeveral() {
        database.run("create view changing as select '1' as first");
        for (int i = 0; i < 12; i++) {
            assertThat(database.one(String.class, "select * from changing")).isEqualTo("1");
        }
        database.run("drop view changing");
        database.run("create view changing as select '2' as second, '1' as first");
        await(() -> {
            try {
                database.one(String.class, "select * from changing");
                return false;
            } catch (DatabaseException e) {
                if (e.code() == DatabaseError.UNMAPPABLE) {
                    return true;
                }
                throw e;
            }
        });
    }

    @Test
    void manyThreadsCountWithoutLosingAny() throws Exception {
        database.run("create table counter(id int primary key, n int not null)");
        database.run("insert into counter values (1, 0)");
        var options =
                WriteOptions.DEFAULT.retry(
                        new RetryPolicy(
                                1000,
                                Duration.ofMillis(1),
                                Duration.ofMillis(20),
                                Duration.ofSeconds(60)));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 64)
                            .mapToObj(i ->
                                    executor.submit(() ->
                                            sessions.write(
                                                    options,
                                                    s ->
                                                            s.execute(
                                                                    "update counter set n = n + 1"
                                                                            + " where id = 1"))))
                            .toList();
            for (var one : all) {
                assertThat(one.get()).isOne();
            }
        }
        assertThat(database.one(Integer.class, "select n from counter")).isEqualTo(64);
    }

    @Test
    void valuesComeBackAsTheyAre() {
        for (Object value :
                List.of(
                        "text",
                        1L,
                        2,
                        (short) 3,
                        (byte) 4,
                        true,
                        1.5,
                        2.5f,
                        'c',
                        new BigDecimal("1234567890123456.10"),
                        BigInteger.TWO.pow(60),
                        Instant.parse("2026-01-02T03:04:05.123456Z"),
                        Instant.parse("1969-12-31T23:59:59Z"),
                        Instant.parse("2500-12-31T23:59:59Z"),
                        LocalDate.of(2026, 1, 2),
                        LocalTime.of(23, 59, 59, 123_456_000),
                        LocalDateTime.of(2026, 3, 29, 2, 30),
                        Duration.ofMillis(1234),
                        UUID.randomUUID(),
                        Colour.RED)) {
            assertThat(
                            database.<Object>write(
                                    s -> s.query("select ?", value).one(value.getClass())))
                    .as(value.getClass().getSimpleName())
                    .isEqualTo(value);
        }
    }

    @Test
    void whatCannotBeReadAsTheTypeIsRefused() {
        failure(DatabaseError.UNREADABLE, () -> database.one(Long.class, "select 'abc'"));
        failure(DatabaseError.UNREADABLE, () -> database.one(Integer.class, "select 3000000000"));
        failure(DatabaseError.UNREADABLE, () -> database.one(Integer.class, "select 1.5"));
        failure(
                DatabaseError.UNBINDABLE,
                () -> database.one(String.class, "select ?", "half \ud800 pair"));
        failure(
                DatabaseError.UNBINDABLE,
                () -> database.one(String.class, "select ?", new Object()));
    }

    @Test
    void aClosedDatabaseRefuses() {
        database.close();
        failure(DatabaseError.CLOSED, () -> insert("a"));
        failure(DatabaseError.CLOSED, this::titles);
        database = null;
    }

    @Test
    void thousandsOfVirtualThreadsReadAndWrite() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 1000)
                            .mapToObj(i ->
                                    executor.submit(() -> {
                                        insert("n" + i);
                                        return database.one(
                                                String.class,
                                                "select note_title from note where note_title = ?",
                                                "n" + i);
                                    }))
                            .toList();
            for (int i = 0; i < 1000; i++) {
                assertThat(all.get(i).get()).isEqualTo("n" + i);
            }
        }
    }

    void insert(String title) {
        sessions.write(s -> insert(s, title));
    }

    static long insert(Session session, String title) {
        return session.execute("insert into note(note_title) values (?)", title);
    }

    List<String> titles() {
        return database.rows(String.class, "select note_title from note order by 1");
    }
}
