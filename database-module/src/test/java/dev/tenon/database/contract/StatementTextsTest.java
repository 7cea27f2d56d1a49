package dev.tenon.database.contract;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.fixture.ServerDatabase;
import java.sql.SQLException;
import java.util.List;
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

    @Test
    void onPostgresTheBodyOfARoutineIsOneStatementWithItsHead() throws SQLException {
        try (var database = ServerDatabase.postgres(s -> s)) {
            database.run(TABLE);
            database.run(
                    """
                    create or replace function sign_of(n int) returns text
                    begin atomic
                        select case when n > 0 then ';+' else case n when 0 then '0' else '-' end end;
                    end;
                    -- end
                    """);
            database.run(
                    """
                    CREATE PROCEDURE fill(n int) LANGUAGE sql
                    BEGIN /* ; */ ATOMIC
                        insert into book values (n, case when n > 1 then 'many' else 'one' end);
                        insert into book values (n + 1, 'next; end');
                    END
                    """);
            database.run("create function nothing() returns void begin atomic end");
            database.run(
                    "create function quoted() returns int language sql as $f$ select 1; select 2 $f$");
            database.run(
                    "create rule twice as on delete to book do also"
                            + " (insert into book values (7, 'a'); insert into book values (8, 'b'))");
            database.run("call fill(?)", 1);
            assertThat(database.one(String.class, "select sign_of(?)", 3)).isEqualTo(";+");
            assertThat(database.one(Integer.class, "select quoted()")).isEqualTo(2);
            assertThat(database.rows(String.class, "select title from book order by id"))
                    .containsExactly("one", "next; end");
        }
    }

    @Test
    void onPostgresNothingFollowsTheBodyOfARoutine() throws SQLException {
        try (var database = ServerDatabase.postgres(s -> s)) {
            database.run(TABLE);
            for (var text :
                    List.of(
                            "create function f() returns int begin atomic select 1; end; commit",
                            "create function f() returns int begin atomic end; commit; end",
                            "create function f() returns int language sql as 'select 1'; commit",
                            "create table function_log(atomic int); commit",
                            "create rule r as on delete to book do (select 1; select 2); commit",
                            "select 1; begin atomic; commit; end")) {
                failure(
                        DatabaseError.SEVERAL_STATEMENTS,
                        () ->
                                database.write(s -> {
                                    s.execute("insert into book values (1, 'undone')");
                                    return s.execute(text);
                                }));
            }
            assertThat(database.rows(Integer.class, "select id from book")).isEmpty();
        }
    }

    @Test
    void onPostgresNoLineEndsUnnoticed() throws SQLException {
        try (var database = ServerDatabase.postgres(s -> s)) {
            database.run(TABLE);
            for (var text :
                    List.of(
                            "select 1 -- a\r; commit",
                            "select E'a' -- b\r'\\''; commit; select '1'",
                            "select E'a'\n'\\''; commit; select '1'",
                            "select 'a'\n'\\'; commit; select '1'",
                            "select \u00e9E'\\'; commit; select '1'",
                            "select ` 1; commit; select ` 1")) {
                failure(
                        DatabaseError.SEVERAL_STATEMENTS,
                        () ->
                                database.write(s -> {
                                    s.execute("insert into book values (1, 'undone')");
                                    return s.execute(text);
                                }));
            }
            assertThat(database.rows(Integer.class, "select id from book")).isEmpty();
            assertThat(database.one(String.class, "select E'a' -- b\n ' \\' :no \\''"))
                    .isEqualTo("a ' :no '");
        }
    }

    @Test
    void onPostgresABackslashIsTextWhateverTheServerIsSetTo() throws SQLException {
        try (var database = ServerDatabase.postgres(s -> s)) {
            database.run(
                    "do $$ begin execute 'alter database ' || quote_ident(current_database())"
                            + " || ' set standard_conforming_strings = off'; end $$");
            try (var next = ServerDatabase.open(database.settings())) {
                assertThat(next.one(String.class, "select 'a\\' || ? || '; :no'", "b"))
                        .isEqualTo("a\\b; :no");
            }
        }
    }

    @Test
    void onPostgresColonsAndQuestionMarksOfItsOwnCanBeWritten() throws SQLException {
        try (var database = ServerDatabase.postgres(s -> s)) {
            for (var slice :
                    List.of("[lo:hi]", "[1:hi]", "[lo::int:hi::int]", "[:lo:hi]", "[(lo):(hi)]")) {
                assertThat(sliced(database, slice)).as(slice).isEqualTo("{1,2}");
            }
            assertThat(
                            database.<String>write(s ->
                                    s.query("select (array[1,2,3])[:lo : :hi]::text || $a$:x?$a$")
                                            .bind("lo", 2)
                                            .bind("hi", 3)
                                            .one(String.class)))
                    .isEqualTo("{2,3}:x?");
            for (var truth :
                    List.of(
                            "'{\"a\":1}'::jsonb ?? 'a'",
                            "'{\"a\":1}'::jsonb ??| array['a', 'b']",
                            "'{\"a\":1}'::jsonb ??& array['a']",
                            "'{\"a\":[1,2]}'::jsonb @?? '$.a[*] ? (@ > 1)'",
                            "'{\"a\":1}'::jsonb @> '{\"a\":1}'",
                            "'{\"a\":2}'::jsonb @@ '$.a > 1'",
                            "json_object('a':lo)::text like '%1%'",
                            "make_date(year := 2026, month:=1, day := lo) is not null",
                            "U&'it''s \\003A' = 'it''s :'")) {
                assertThat(
                                database.one(
                                        Boolean.class,
                                        "select " + truth + " from (select 1 as lo) x -- ?"))
                        .as(truth)
                        .isTrue();
            }
            assertThat(
                            database.<Boolean>write(s ->
                                    s.query("select :doc::jsonb ?? :key")
                                            .bind("doc", "{\"k\":1}")
                                            .bind("key", "k")
                                            .one(Boolean.class)))
                    .isTrue();
        }
    }

    private static String sliced(ServerDatabase database, String slice) {
        return database.write(s -> {
            var query =
                    s.query(
                            "select (array[1,2,3])"
                                    + slice
                                    + "::text from (select 1 as lo, 2 as hi) x");
            return (slice.contains("[:lo") ? query.bind("lo", 1) : query).one(String.class);
        });
    }

    @Test
    void onMariaDbTheBodyOfARoutineIsOneStatementWithItsHead() throws SQLException {
        try (var database = ServerDatabase.mariaDb(s -> s)) {
            database.run(TABLE);
            database.run(
                    """
                    create or replace procedure fill(n int)
                    begin
                        declare i int default 0;
                        declare continue handler for not found begin set i = 100; end;
                        rows_of:loop
                            set i = i + 1;
                            if i > n then leave rows_of; elseif i = 2 then
                                begin insert into book values (i, 'two;'); end;
                            else
                                case when i = 1 then insert into book values (1, if(1, 'one', ''));
                                else insert into book values (i, case i when 3 then 'three' else repeat('x', 2) end);
                                end case;
                            end if;
                        end loop;
                        while i > 100 do set i = i - 1; end while;
                        repeat set i = i - 1; until i < 1 end repeat;
                    end
                    """);
            database.run(
                    "create function sign_of(n int) returns varchar(9) deterministic"
                            + " if n > 0 then return '+'; else return '-'; end if");
            database.run(
                    "create definer = current_user trigger t before insert on book for each row"
                            + " begin if new.id > 3 then set new.title = 'more'; end if; end");
            database.run(
                    "create event e on schedule every 1 year do"
                            + " begin delete from book; delete from book; end");
            database.run("call fill(?)", 4);
            assertThat(database.rows(String.class, "select title from book order by id"))
                    .containsExactly("one", "two;", "three", "more");
            assertThat(database.one(String.class, "select sign_of(?)", -1)).isEqualTo("-");
        }
    }

    @Test
    void onMariaDbNothingFollowsTheBodyOfARoutine() throws SQLException {
        try (var database = ServerDatabase.mariaDb(StatementTextsTest::withSeveral)) {
            database.run(TABLE);
            database.run("create table sold(id int)");
            failure(
                    DatabaseError.SYNTAX,
                    () ->
                            database.run(
                                    "create procedure p() begin end; insert into sold values (1)"));
            failure(
                    DatabaseError.SEVERAL_STATEMENTS,
                    () -> database.run("create table procedure_log(id int); drop table sold"));
            assertThat(database.rows(Integer.class, "select id from sold")).isEmpty();
        }
    }

    private static StoreSettings withSeveral(StoreSettings s) {
        return new StoreSettings(
                s.database(),
                s.url() + (s.url().contains("?") ? "&" : "?") + "allowMultiQueries=true",
                s.maxConnections(),
                s.connectionTimeout(),
                s.statementTimeout(),
                s.longWait(),
                s.options());
    }

    @Test
    void onMariaDbDashesAndVariablesAreWhatTheServerTakesThemFor() throws SQLException {
        try (var database = ServerDatabase.mariaDb(s -> s)) {
            assertThat(database.one(Integer.class, "select 5--? -- it's\n", 3)).isEqualTo(8);
            assertThat(database.one(Integer.class, "select 5 --\t? ;\n + ? --", 3)).isEqualTo(8);
            assertThat(
                            database.<Integer>write(s -> {
                                s.query("select @x:=:a").bind("a", 4).one(Integer.class);
                                return s.query("select @x + @`x` + :a")
                                        .bind("a", 1)
                                        .one(Integer.class);
                            }))
                    .isEqualTo(9);
            failure(DatabaseError.SEVERAL_STATEMENTS, () -> database.run("select 5--3; commit"));
        }
    }
}
