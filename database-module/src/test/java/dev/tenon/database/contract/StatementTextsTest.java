package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.fixture.ServerDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements are read as their engine reads them, so that nothing in them is overlooked. */
@Timeout(120)
class StatementTextsTest {

    private static final String TABLE = "create table book(id int, title varchar(100))";

    @Test
    void onMariaDbABackslashTakesAQuotationMarkForText() throws SQLException {
        try (var database = ServerDatabase.mariaDb(s -> s)) {
            database.run(TABLE);
            database.run("insert into book(title, id) values ('it\\'s; :no', ?)", 1);
            database.run("insert into book(title, id) values (\"a\\\"b'c\\\\\", ?)", 2);
            assertThat(
                            database.rows(
                                    String.class,
                                    "select title from book # it's by :id\n where id < ? order by id",
                                    9))
                    .containsExactly("it's; :no", "a\"b'c\\");
        }
    }

    @Test
    void onMariaDbACommentThatIsRunIsRefused() throws SQLException {
        try (var database = ServerDatabase.mariaDb(s -> s)) {
            database.run(TABLE);
            for (var hidden :
                    new String[] {"/*! commit */", "/*M! commit */", "/*!50000commit*/"}) {
                failure(
                        DatabaseError.FORBIDDEN_STATEMENT,
                        () ->
                                database.write(s -> {
                                    s.execute("insert into book values (1, 'undone')");
                                    return s.execute(hidden);
                                }));
            }
            failure(
                    DatabaseError.FORBIDDEN_STATEMENT,
                    () ->
                            database.write(s -> {
                                s.execute("insert into book values (1, 'undone')");
                                return s.connection().createStatement().execute("/*! commit */");
                            }));
            assertThat(database.rows(String.class, "select '/*! */' from book /*+ hint */"))
                    .isEmpty();
        }
    }

    @Test
    void onPostgresAnEscapeHidesNoCommit() throws SQLException {
        try (var database = ServerDatabase.postgres(s -> s)) {
            database.run(TABLE);
            failure(
                    DatabaseError.SEVERAL_STATEMENTS,
                    () ->
                            database.write(s -> {
                                s.execute("insert into book values (1, 'undone')");
                                return s.execute("select E'a\\''; commit; select ''");
                            }));
            assertThat(database.rows(Integer.class, "select id from book")).isEmpty();
        }
    }

    @Test
    void onPostgresEscapesAndCommentsWithinCommentsAreText() throws SQLException {
        try (var database = ServerDatabase.postgres(s -> s)) {
            database.run(TABLE);
            database.run("insert into book(title, id) values (E'it''s \\'x\\'; :no', ?)", 1);
            database.run("insert into book(title, id) values ('e\\', ?)", 2);
            assertThat(
                            database.rows(
                                    String.class,
                                    "select title from book /* a /* b */ it's ? */ where id < ? order by id",
                                    9))
                    .containsExactly("it's 'x'; :no", "e\\");
        }
    }
}
