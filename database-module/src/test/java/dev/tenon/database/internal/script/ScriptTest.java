package dev.tenon.database.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.dialect.SqliteDialect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cuts scripts into statements, and reads what their comments say to Tenon. */
class ScriptTest {

    private static final Dialect SQLITE = new SqliteDialect();
    private static final Dialect POSTGRES = new PostgresDialect();
    private static final Dialect MARIADB = new MariaDbDialect();

    @Test
    void knowsTheStatementsWithTheirLines() {
        var script =
                read(
                        SQLITE,
                        """
                        -- first
                        create table a (b text default ';'); -- same line
                        /* ; */
                          insert into a
                          values ('x;y');
                        select 1\
                        """);
        assertThat(script.statements())
                .extracting(ScriptStatement::sql)
                .containsExactly(
                        "create table a (b text default ';')",
                        "insert into a\n  values ('x;y')",
                        "select 1");
        assertThat(script.statements()).extracting(ScriptStatement::line).containsExactly(2, 4, 6);
    }

    @Test
    void leavesTheBodyOfATriggerInOne() {
        var trigger = "create trigger t after insert on a begin select 1; select 2; end";
        assertThat(sql(SQLITE, trigger + "; select 3")).containsExactly(trigger, "select 3");
    }

    @Test
    void leavesTheBodyOfAFunctionInOne() {
        var function =
                "create function f() returns int language plpgsql as $$ begin return 1; end; $$";
        assertThat(sql(POSTGRES, function + ";\nselect 3;")).containsExactly(function, "select 3");
    }

    @Test
    void obeysTheDelimiterOfMariaDB() {
        var trigger = "create trigger t before insert on a for each row begin set @a = 1; end";
        var script = "select 1;\nDELIMITER $$\n" + trigger + "$$\nDELIMITER ;\nselect 2;";
        assertThat(sql(MARIADB, script)).containsExactly("select 1", trigger, "select 2");
    }

    @Test
    void cutsRoutinesOfMariaDBWhereTheirBlocksEnd() {
        var body =
                """
                create procedure p(in n int)
                begin
                    declare i int default case n when 1 then 2 else 3 end;
                    case n when 1 then begin set i = 4; end; else set i = 5; end case;
                    if i > 1 then set i = 6; end if;
                    while i < 9 do set i = i + 1; end while;
                end\
                """;
        var function = "create function f(n int) returns int deterministic return n + 1";
        assertThat(sql(MARIADB, function + ";\n" + body + ";\ndrop table a; select 2"))
                .containsExactly(function, body, "drop table a", "select 2");
    }

    @Test
    void readsWhatTheScriptAsksForAboveItsFirstStatement() {
        var script =
                read(
                        POSTGRES,
                        """
                        -- words
                        -- tenon: transaction=off
                        -- tenon: transaction=of
                        select 1 /* x */;
                        -- tenon: nothing=here
                        select 2;\
                        """);
        assertThat(script.directives()).containsExactly(Directive.TRANSACTION_OFF);
        assertThat(script.unknown()).containsExactly("-- tenon: transaction=of");
    }

    @Test
    void takesTheSwitchOfForeignKeysOutOfAScriptOfSQLite() {
        var script =
                read(
                        SQLITE,
                        """
                        -- a rebuild
                        pragma foreign_keys=off;
                        drop table a;
                        PRAGMA foreign_keys = ON;\
                        """);
        assertThat(script.directives()).containsExactly(Directive.FOREIGN_KEYS_OFF);
        assertThat(script.statements())
                .extracting(ScriptStatement::sql)
                .containsExactly("drop table a");
        assertThat(read(SQLITE, "pragma foreign_keys = on; select 1").directives()).isEmpty();
        assertThat(read(SQLITE, "pragma foreign_keys; select 1").statements()).hasSize(2);
    }

    @Test
    void takesNoTextForAComment() {
        var script = read(SQLITE, "select '\n-- tenon: transaction=off\n';");
        assertThat(script.directives()).isEmpty();
    }

    @Test
    void readsWhatIsAllowedToAStatement() {
        var script =
                read(
                        SQLITE,
                        """
                        -- tenon: allow(drop-table) nobody needs it
                        drop table a;
                        drop table b;\
                        """);
        assertThat(script.statements().getFirst().allowances())
                .containsExactly(new Allowance("drop-table", "nobody needs it"));
        assertThat(script.statements().getLast().allowances()).isEmpty();
    }

    @Test
    void findsNothingInAScriptOfComments() {
        assertThat(read(SQLITE, "-- nothing\n;;").statements()).isEmpty();
    }

    private static Script read(Dialect dialect, String text) {
        return Script.read(text, dialect.lexis());
    }

    private static List<String> sql(Dialect dialect, String text) {
        return read(dialect, text).statements().stream().map(ScriptStatement::sql).toList();
    }
}
