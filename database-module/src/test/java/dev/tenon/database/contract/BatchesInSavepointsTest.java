package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.Batch;
import dev.tenon.database.Session;
import dev.tenon.database.Work;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A savepoint undoes those rows of a batch that were added within, and no others. */
@Timeout(120)
class BatchesInSavepointsTest {

    private static final String INSERT = "insert into number(n) values (?)";

    @TempDir Path folder;

    private ServerDatabase open(RealEngine engine) throws SQLException {
        var database =
                switch (engine) {
                    case SQLITE ->
                            ServerDatabase.open(
                                    StoreSettings.of(
                                            "test", "jdbc:sqlite:" + folder.resolve("t.db")));
                    case POSTGRESQL -> ServerDatabase.postgres(s -> s);
                    case MARIADB -> ServerDatabase.mariaDb(s -> s);
                };
        database.run("create table number(n int primary key)");
        return database;
    }

    @ParameterizedTest
    @EnumSource
    void aPortionThatIsFilledWithinIsUndoneWithoutTheRowsFromOutside(RealEngine engine)
            throws SQLException {
        try (var database = open(engine)) {
            long changed =
                    database.write(s -> {
                        var batch = s.batch(INSERT);
                        add(batch, 1, 499);
                        failing(s, _ -> batch.add(500));
                        return batch.execute();
                    });
            assertThat(changed).isEqualTo(499);
            assertThat(numbers(database)).hasSize(499).doesNotContain(500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatAreSentWithinAreUndoneWithoutThoseFromOutside(RealEngine engine)
            throws SQLException {
        try (var database = open(engine)) {
            long changed =
                    database.write(s -> {
                        var batch = s.batch(INSERT);
                        add(batch, 1, 3);
                        failing(s, _ -> batch.add(4).execute());
                        return batch.add(5).execute();
                    });
            assertThat(changed).isEqualTo(4);
            assertThat(numbers(database)).containsExactly(1, 2, 3, 5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatABatchHasChangedIsCountedAsItHolds(RealEngine engine) throws SQLException {
        try (var database = open(engine)) {
            long changed =
                    database.write(s -> {
                        var batch = s.batch(INSERT);
                        s.savepoint(_ -> batch.add(1).execute());
                        failing(
                                s,
                                outer -> {
                                    batch.add(2).execute();
                                    outer.savepoint(_ -> batch.add(3).execute());
                                    failing(outer, _ -> batch.add(4).execute());
                                    assertThat(batch.execute()).isEqualTo(3);
                                });
                        return batch.execute();
                    });
            assertThat(changed).isOne();
            assertThat(numbers(database)).containsExactly(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatAreUndoneAreNotSentLater(RealEngine engine) throws SQLException {
        try (var database = open(engine)) {
            long changed =
                    database.write(s -> {
                        var batch = s.batch(INSERT);
                        failing(s, _ -> add(batch, 1, 3));
                        return s.savepoint(_ -> {
                            add(batch, 4, 6);
                            return batch.execute();
                        });
                    });
            assertThat(changed).isEqualTo(3);
            assertThat(numbers(database)).containsExactly(4, 5, 6);
        }
    }

    /** Its failure may be taken for that of the work within. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "MARIADB"})
    void rowsThatASavepointCannotSendAreNotLostWithoutAWord(RealEngine engine) throws SQLException {
        try (var database = open(engine)) {
            Work<Long> work =
                    s -> {
                        var batch = s.batch(INSERT);
                        add(batch, 1, 2);
                        batch.add(1);
                        assertThatThrownBy(() -> s.savepoint(inner -> inner.execute(INSERT, 7)))
                                .isInstanceOf(ConstraintViolationException.class);
                        return batch.add(8).execute();
                    };
            assertThat(failure(DatabaseError.ROWS_NOT_SENT, () -> database.write(work)))
                    .hasMessageContaining("3 in number: " + INSERT)
                    .hasMessageContaining("before a savepoint");
            assertThat(numbers(database)).isEmpty();
            database.write(s -> {
                failing(s, inner -> inner.savepoint(_ -> work.apply(inner)));
                return s.execute(INSERT, 9);
            });
            assertThat(numbers(database)).containsExactly(9);
        }
    }

    private static void add(Batch batch, int first, int last) {
        IntStream.rangeClosed(first, last).forEach(batch::add);
    }

    private static void failing(Session session, Consumer<Session> work) {
        assertThatThrownBy(() ->
                        session.savepoint(inner -> {
                            work.accept(inner);
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");
    }

    private static List<Integer> numbers(ServerDatabase database) {
        return database.rows(Integer.class, "select n from number order by n");
    }
}
