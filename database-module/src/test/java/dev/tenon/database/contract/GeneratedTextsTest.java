package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.Session;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A session finds the texts, comments, parameters and ends of statements where the engine finds
 * them: what was generated comes back, or the engine would complain.
 */
@Timeout(300)
class GeneratedTextsTest {

    private static final int TEXTS = 3_000;
    private static final int BODIES = 60;

    @TempDir Path folder;

    private ServerDatabase open(RealEngine engine) throws SQLException {
        return switch (engine) {
            case SQLITE ->
                    ServerDatabase.open(
                            StoreSettings.of("test", "jdbc:sqlite:" + folder.resolve("t.db")));
            case POSTGRESQL -> ServerDatabase.postgres(s -> s);
            case MARIADB -> ServerDatabase.mariaDb(s -> s);
        };
    }

    @ParameterizedTest
    @EnumSource
    void parametersAreWhereTheEngineHasThem(RealEngine engine) throws SQLException {
        try (var database = open(engine)) {
            var texts = new RandomTexts(engine, new Random(20_261_121));
            database.sessions()
                    .read(s -> {
                        for (int i = 0; i < TEXTS; i++) {
                            check(s, texts.next());
                        }
                        return null;
                    });
        }
    }

    private static void check(Session session, RandomTexts.Text text) {
        if (text.several()) {
            failure(DatabaseError.SEVERAL_STATEMENTS, () -> run(session, text));
            return;
        }
        try {
            assertThat(run(session, text)).as(text.sql()).containsExactly(text.expected());
        } catch (DatabaseException e) {
            throw new AssertionError("Does not run: " + text, e);
        }
    }

    private static List<List<String>> run(Session session, RandomTexts.Text text) {
        var query = session.query(text.sql(), text.values().toArray());
        text.named().forEach(query::bind);
        return query.list(row -> {
            var columns = new ArrayList<String>();
            for (int i = 1; i <= text.expected().size(); i++) {
                columns.add(row.get(i, String.class));
            }
            return columns;
        });
    }

    @ParameterizedTest
    @EnumSource
    void bodiesEndWhereTheEngineEndsThem(RealEngine engine) throws SQLException {
        try (var database = open(engine)) {
            database.run("create table total(n int)");
            database.run("create table started(n int)");
            database.run("insert into total values (0)");
            var bodies = new RandomBodies(engine, new Random(20_261_121));
            int sum = 0;
            for (int i = 0; i < BODIES; i++) {
                var body = bodies.next();
                failure(
                        engine == RealEngine.MARIADB
                                ? DatabaseError.SYNTAX
                                : DatabaseError.SEVERAL_STATEMENTS,
                        () -> database.run(body + "; delete from total"));
                database.run(body + (i % 2 == 0 ? "" : "; -- end"));
                if (engine == RealEngine.SQLITE) {
                    database.run("insert into started values (?)", i);
                    database.run("drop trigger body");
                } else {
                    database.run("call body()");
                }
                sum += bodies.sum();
                assertThat(database.one(Integer.class, "select n from total"))
                        .as(body)
                        .isEqualTo(sum);
            }
        }
    }
}
