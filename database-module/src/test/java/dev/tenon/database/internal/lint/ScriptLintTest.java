package dev.tenon.database.internal.lint;

import static dev.tenon.database.internal.lint.Danger.BLOCKING_INDEX;
import static dev.tenon.database.internal.lint.Danger.DROP_COLUMN;
import static dev.tenon.database.internal.lint.Danger.DROP_TABLE;
import static dev.tenon.database.internal.lint.Danger.LONG_LOCK;
import static dev.tenon.database.internal.lint.Danger.NARROWING;
import static dev.tenon.database.internal.lint.Danger.NOT_NULL;
import static dev.tenon.database.internal.lint.Danger.NO_WHERE;
import static dev.tenon.database.internal.lint.Danger.RENAME;
import static dev.tenon.database.internal.lint.Danger.TRANSACTION;
import static dev.tenon.database.internal.lint.Danger.UNIQUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.Problem.Severity;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Finds what is dangerous in migrations that people write. */
class ScriptLintTest {

    private static final Dialect SQLITE = new SqliteDialect();
    private static final Dialect POSTGRES = new PostgresDialect();
    private static final Dialect MARIADB = new MariaDbDialect();

    private static final Schema LIVE =
            Schema.of(
                    Table.named("note")
                            .columns(
                                    Column.of("id", Plain.INTEGER),
                                    Column.of("title", ColumnType.varchar(50)).nullable(),
                                    Column.of("body", Plain.TEXT))
                            .primaryKey("id"));

    private static final Schema MODEL =
            Schema.of(
                    Table.named("memo")
                            .columns(
                                    Column.of("id", Plain.INTEGER),
                                    Column.of("heading", Plain.TEXT).renamedFrom("title"))
                            .primaryKey("id")
                            .renamedFrom("note"));

    /** A statement with what is found in it. */
    private record Case(Dialect dialect, String sql, List<Danger> found) {
        @Override
        public String toString() {
            return dialect + ": " + sql;
        }
    }

    private static Case in(Dialect dialect, String sql, Danger... found) {
        return new Case(dialect, sql, List.of(found));
    }

    private static Stream<Case> on(List<Dialect> dialects, String sql, Danger... found) {
        return dialects.stream().map(d -> in(d, sql, found));
    }

    private static Stream<Case> everywhere(String sql, Danger... found) {
        return on(List.of(SQLITE, POSTGRES, MARIADB), sql, found);
    }

    static Stream<Case> cases() {
        return Stream.of(
                        everywhere("drop table note", DROP_TABLE),
                        everywhere("DROP TABLE IF EXISTS note", DROP_TABLE),
                        everywhere("drop view note"),
                        everywhere("drop index note"),
                        everywhere("alter table note drop column title", DROP_COLUMN),
                        everywhere("alter table note drop title", DROP_COLUMN),
                        everywhere("alter table note drop constraint title"),
                        everywhere("select 'drop table note'"),
                        everywhere("-- drop table note\nselect 1"),
                        everywhere("create table x (a int not null unique)"),
                        everywhere("alter table note add column x int not null", NOT_NULL),
                        everywhere("alter table note add column x int not null default 1"),
                        everywhere("alter table note add column x int"),
                        on(
                                List.of(SQLITE, POSTGRES),
                                "alter table note alter column title set not null",
                                NOT_NULL),
                        on(
                                List.of(SQLITE, POSTGRES),
                                "alter table note alter column body set not null"),
                        everywhere("update note set title = 'x'", NO_WHERE),
                        everywhere("update note set title = 'x' where id = 1"),
                        everywhere("delete from note", NO_WHERE),
                        everywhere("delete from note where id in (select id from note)"),
                        everywhere("delete from note -- where id = 1\n", NO_WHERE),
                        everywhere("with x as (select 1 where 1 = 1) delete from note", NO_WHERE),
                        everywhere("with x as (select 1) delete from note where id = 2"),
                        everywhere("insert into note (id) select 1"),
                        everywhere("begin", TRANSACTION),
                        everywhere("COMMIT", TRANSACTION),
                        everywhere("rollback", TRANSACTION),
                        everywhere("savepoint x"),
                        everywhere("rollback to savepoint x"),
                        everywhere("alter table note rename to other", RENAME),
                        everywhere("alter table note rename to memo"),
                        everywhere("alter table note rename column body to text", RENAME),
                        everywhere("alter table note rename column title to heading"),
                        Stream.of(
                                in(SQLITE, "pragma foreign_keys = off"),
                                in(SQLITE, "pragma user_version = 3"),
                                in(SQLITE, "create unique index i on note (title)", UNIQUE),
                                in(SQLITE, "create index i on note (title)"),
                                in(
                                        POSTGRES,
                                        "create unique index i on note (title)",
                                        UNIQUE,
                                        BLOCKING_INDEX),
                                in(
                                        POSTGRES,
                                        "create index i on public.note (title)",
                                        BLOCKING_INDEX),
                                in(POSTGRES, "create index concurrently i on note (title)"),
                                in(
                                        POSTGRES,
                                        "alter table note add constraint c check (id > 0)",
                                        LONG_LOCK),
                                in(
                                        POSTGRES,
                                        "alter table note add constraint c check (id > 0) not valid"),
                                in(
                                        POSTGRES,
                                        "alter table note add foreign key (id) references x (id)",
                                        LONG_LOCK),
                                in(POSTGRES, "alter table note add unique (title)", UNIQUE),
                                in(
                                        POSTGRES,
                                        "alter table note add constraint u unique using index i"),
                                in(POSTGRES, "alter table note alter title type text"),
                                in(POSTGRES, "alter table note alter title type varchar(60)"),
                                in(
                                        POSTGRES,
                                        "alter table note alter title type character varying(20)",
                                        NARROWING,
                                        LONG_LOCK),
                                in(
                                        POSTGRES,
                                        "alter table note alter column id set data type bigint",
                                        LONG_LOCK),
                                in(
                                        POSTGRES,
                                        "alter table note alter id type smallint using id::smallint",
                                        NARROWING,
                                        LONG_LOCK),
                                in(POSTGRES, "truncate table note", NO_WHERE),
                                in(POSTGRES, "lock table note", LONG_LOCK),
                                in(POSTGRES, "alter table note validate constraint c"),
                                in(
                                        POSTGRES,
                                        "ALTER TABLE ONLY \"note\" DROP \"title\", ADD x int",
                                        DROP_COLUMN),
                                in(
                                        POSTGRES,
                                        "create function f() returns int language sql as $$ delete"
                                                + " from note; select 1 $$"),
                                in(
                                        MARIADB,
                                        "alter table note modify title varchar(20)",
                                        NARROWING,
                                        LONG_LOCK),
                                in(
                                        MARIADB,
                                        "alter table note modify title varchar(60) not null",
                                        NOT_NULL),
                                in(
                                        MARIADB,
                                        "alter table note change title name varchar(50)",
                                        RENAME),
                                in(MARIADB, "rename table note to other", RENAME),
                                in(MARIADB, "rename table note to memo"),
                                in(MARIADB, "set autocommit = 1", TRANSACTION),
                                in(MARIADB, "create index i on note (title)")))
                .flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds(Case one) {
        assertThat(dangers(one.dialect(), one.sql())).isEqualTo(one.found());
    }

    @Test
    void findsNothingInATableThatTheScriptHasMade() {
        assertThat(
                        dangers(
                                POSTGRES,
                                """
                                create table fresh (id int);
                                create unique index i on fresh (id);
                                alter table fresh add column x int not null;
                                delete from fresh;
                                drop table fresh;
                                """))
                .isEmpty();
    }

    @Test
    void findsNothingInTheRebuildOfATable() {
        assertThat(
                        dangers(
                                SQLITE,
                                """
                                PRAGMA foreign_keys = OFF;
                                create table note_new (id integer primary key, title text) strict;
                                insert into note_new select id, title from note;
                                drop table note;
                                alter table note_new rename to note;
                                """))
                .isEmpty();
    }

    @Test
    void isSilentWhereACommentGivesTheReason() {
        assertThat(
                        dangers(
                                SQLITE,
                                """
                                -- tenon: allow(drop-table) moved to another module
                                drop table note;
                                """))
                .isEmpty();
    }

    @Test
    void isNotSilentWithoutAReasonOrForSomethingElse() {
        assertThat(
                        dangers(
                                SQLITE,
                                """
                                -- tenon: allow(drop-table)
                                drop table note;
                                -- tenon: allow(no-where) all of them
                                drop table other;
                                """))
                .containsExactly(DROP_TABLE, DROP_TABLE);
    }

    @Test
    void tellsTheLineTheEffectAndTheRecipe() {
        var finding = lint(SQLITE).findings("select 1;\n\n  delete\n  from note;").getFirst();
        assertThat(finding.line()).isEqualTo(3);
        var problem = finding.problem("migrations/V3__x.sql");
        assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        assertThat(problem.toString())
                .isEqualTo(
                        "DB-GEN-007: DELETE FROM note without WHERE in line 3 of migrations/V3__x.sql"
                                + " touches every row of the table (no-where). Write the WHERE that was"
                                + " forgotten; where all rows are meant, say so with an allow comment."
                                + " If it is meant, write above the statement: -- tenon:"
                                + " allow(no-where) and the reason.");
    }

    @Test
    void hasARecipeForEveryDanger() {
        assertThat(Arrays.stream(Danger.values()))
                .allSatisfy(d -> {
                    assertThat(d.id()).matches("[a-z-]+");
                    assertThat(d.recipe()).endsWith(".");
                });
    }

    private static ScriptLint lint(Dialect dialect) {
        return new ScriptLint(dialect, LIVE, MODEL);
    }

    private static List<Danger> dangers(Dialect dialect, String script) {
        return lint(dialect).findings(script).stream().map(Finding::danger).toList();
    }
}
