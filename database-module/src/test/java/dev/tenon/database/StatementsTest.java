package dev.tenon.database;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StatementsTest {

    @TempDir Path folder;
    TestDatabase database;
    SessionFactory sessions;

    record Titled(long id, String noteTitle) {}

    record Counted(String noteTitle, int length) {}

    @BeforeEach
    void open() {
        database = TestDatabase.withNotes(folder.resolve("data"));
        sessions = database.sessions();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsWrittenIsRead() {
        database.insert("a");
        assertThat(database.rows(Titled.class, "select * from note where id = ?", 1))
                .containsExactly(new Titled(1, "a"));
        assertThat(sessions.<Titled>read(s -> s.query("select * from note").one(Titled.class)))
                .isEqualTo(new Titled(1, "a"));
    }

    @Test
    void rowsBecomeWhatAMapperMakes() {
        database.insert("four");
        var counted =
                sessions.read(s ->
                        s.query("select note_title from note")
                                .list(row -> {
                                    var title = row.get("note_title", String.class);
                                    return new Counted(title, title.length());
                                }));
        assertThat(counted).containsExactly(new Counted("four", 4));
    }

    @Test
    void parametersGoByName() {
        var id =
                sessions.write(s ->
                        s.update("insert into note(note_title) values (:noteTitle);")
                                .bindAll(new Titled(0, "x:y"))
                                .keys("id", Long.class));
        assertThat(id).containsExactly(1L);
        var found =
                sessions.read(s ->
                        s.query(
                                        "select note_title, ':no' as \"a:b\" from note"
                                                + " where id = :id -- :never\n")
                                .bind("id", 1)
                                .maps());
        assertThat(found).first().hasToString("{note_title=x:y, a:b=:no}");
    }

    @Test
    void parametersThatDoNotMatchAreRefused() {
        for (var work :
                List.<Work<?>>of(
                        s -> s.query("select ?").list(Long.class),
                        s -> s.query("select ?", 1, 2).list(Long.class),
                        s -> s.query("select :a").list(Long.class),
                        s -> s.query("select :a", 1).list(Long.class),
                        s -> s.query("select :a").bind("b", 1),
                        s -> s.query("select :a, ?", 1).list(Long.class),
                        s -> s.batch("insert into note(note_title) values (?)").add().execute())) {
            failure(DatabaseError.PARAMETERS, () -> sessions.write(work));
        }
    }

    @Test
    void oneRowIsOneRow() {
        database.insert("a");
        database.insert("b");
        var all = "select note_title from note";
        failure(
                DatabaseError.SEVERAL_ROWS,
                () -> sessions.read(s -> s.query(all).one(String.class)));
        failure(
                DatabaseError.NO_ROW,
                () -> sessions.read(s -> s.query(all + " where id = 9").one(String.class)));
        failure(
                DatabaseError.UNREADABLE,
                () -> sessions.read(s -> s.query("select null").one(String.class)));
        assertThat(sessions.read(s -> s.query("select null").optional(String.class)).isEmpty())
                .isTrue();
    }

    @Test
    void rowsThatCannotBecomeTheTypeAreRefused() {
        database.insert("a");
        failure(
                DatabaseError.UNMAPPABLE,
                () -> database.rows(Titled.class, "select id, body from note"));
        failure(DatabaseError.UNMAPPABLE, () -> database.rows(Path.class, "select 1"));
        failure(
                DatabaseError.UNREADABLE,
                () -> database.rows(Titled.class, "select null as id, 'a' as note_title"));
    }

    @Test
    void aBatchSendsPortions() {
        long changed =
                sessions.write(s -> {
                    var batch = s.batch("insert into note(note_title) values (?)").portion(7);
                    IntStream.range(0, 100).forEach(i -> batch.add("n" + i));
                    return batch.execute();
                });
        assertThat(changed).isEqualTo(100);
        assertThat(database.titles()).hasSize(100);
    }

    @Test
    void rowsOfABatchThatFailedAreNotSentByTheNext() {
        var insert = "insert into note(note_title) values (?)";
        sessions.write(s -> {
            failure(
                    DatabaseError.UNBINDABLE,
                    () -> s.batch(insert).add("never").add(new Object()).execute());
            return s.batch(insert).add("kept").execute();
        });
        database.insert("alone");
        assertThat(database.titles()).containsExactly("alone", "kept");
    }

    @Test
    void aFailingBatchNamesWhatIsWrong() {
        assertThatThrownBy(() ->
                        sessions.write(s ->
                                s.batch("insert into note(note_title) values (?)")
                                        .add("a")
                                        .add("a")
                                        .execute()))
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        e -> assertThat(e.columns()).containsExactly("note_title"));
        assertThat(database.titles()).isEmpty();
    }

    @Test
    void oneStatementCanRunWithinItself() {
        database.insert("a");
        database.insert("b");
        var sql = "select note_title from note order by 1";
        var pairs =
                sessions.read(s -> {
                    try (var outer = s.query(sql).stream(String.class)) {
                        return outer.flatMap(o ->
                                        s.query(sql).list(String.class).stream().map(i -> o + i))
                                .toList();
                    }
                });
        assertThat(pairs).containsExactly("aa", "ab", "ba", "bb");
    }

    @Test
    void aStreamLeftOpenEndsWithItsSession() {
        database.insert("a");
        database.insert("b");
        sessions.write(
                s -> s.query("select note_title from note").stream(String.class).findFirst());
        sessions.write(s -> s.execute("select note_title from note"));
        database.run("drop table note");
        database.run("create table note(id integer primary key, note_title text)");
        database.insert("c");
        assertThat(database.titles()).containsExactly("c");
    }

    @Test
    void aStatementThatHasFailedWorksAgain() {
        database.insert("a");
        var title = "select note_title from note where id = abs(?)";
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> database.insert("a"))
                    .isInstanceOf(ConstraintViolationException.class);
            sessions.write(s -> {
                // Overflows, after which the driver has finalized the statement.
                failure(
                        DatabaseError.STATEMENT_FAILED,
                        () -> s.query(title, Long.MIN_VALUE).list(String.class));
                failure(
                        DatabaseError.STATEMENT_FAILED,
                        () -> s.query(title, Long.MIN_VALUE).stream(String.class).toList());
                assertThat(s.query(title, 1).one(String.class)).isEqualTo("a");
                try (var stream = s.query(title, 1).stream(String.class)) {
                    assertThat(stream).containsExactly("a");
                }
                return null;
            });
        }
        database.insert("b");
        assertThat(database.titles()).containsExactly("a", "b");
    }

    @Test
    void aChangedTableIsReadAsItIsNow() {
        database.insert("a");
        for (int i = 0; i < 3; i++) {
            assertThat(database.rows(Titled.class, "select * from note"))
                    .containsExactly(new Titled(1, "a"));
        }
        database.run("alter table note rename column note_title to other");
        database.run("alter table note add column note_title text default 'new'");
        assertThat(database.rows(Titled.class, "select * from note"))
                .containsExactly(new Titled(1, "new"));
    }

    /** Each time the version of the schema is the same. */
    @Test
    void tablesThatWereChangedAndChangedBackLeaveNothingBehind() {
        var all = "select * from changing";
        var views =
                List.of(
                        "create view changing as select 'a' as first",
                        "create view changing as select 'b' as second, 'a' as first",
                        "create view changing as select 'c' as third, 'b' as second, 'a' as first");
        for (var view : views) {
            int columns = views.indexOf(view) + 1;
            for (var before : views) {
                sessions.write(s -> {
                    failure(
                            DatabaseError.NO_ROW,
                            () ->
                                    s.savepoint(inner -> {
                                        inner.execute(before);
                                        inner.query(all).list(First.class);
                                        inner.query(all).maps();
                                        return inner.query(all + " where false").one(First.class);
                                    }));
                    s.execute(view);
                    assertThat(s.query(all).list(First.class)).containsExactly(new First("a"));
                    assertThat(s.query(all).maps().getFirst()).hasSize(columns);
                    return s.execute("drop view changing");
                });
                failure(
                        DatabaseError.NO_ROW,
                        () ->
                                sessions.write(s -> {
                                    s.execute(before);
                                    s.query(all).list(First.class);
                                    return s.query(all + " where false").one(First.class);
                                }));
            }
        }
    }

    record First(String first) {}

    @Test
    void aTableChangedByAnotherProgramIsReadAsItIsNow() throws Exception {
        database.insert("a");
        var all = "select * from note";
        assertThat(database.rows(Titled.class, all)).containsExactly(new Titled(1, "a"));
        assertThat(database.rowsInAWrite(Titled.class, all)).hasSize(1);
        try (var other = Other.on(database)) {
            other.run("alter table note drop column body");
            other.run("alter table note rename column note_title to old");
            other.run("alter table note add column note_title text default 'new'");
        }
        assertThat(database.rows(Titled.class, all)).containsExactly(new Titled(1, "new"));
        assertThat(database.rowsInAWrite(Titled.class, all)).containsExactly(new Titled(1, "new"));
        assertThat(database.maps(all).getFirst()).containsOnlyKeys("id", "old", "note_title");
    }

    @Test
    void moreThanOneStatementIsRefused() {
        failure(DatabaseError.SEVERAL_STATEMENTS, () -> database.run("select 1; select 2"));
        database.run("insert into note(note_title) values ('a;b'); -- done\n");
        assertThat(database.titles()).containsExactly("a;b");
    }

    @Test
    void theBodyOfATriggerIsOneStatementWithItsHead() {
        var trigger =
                """
                create temporary trigger if not exists t after insert on note
                begin
                    update note set body = case when new.id > 1 then 'b;' else 'a;' end; -- end
                    update note set body = body || /* end; */ 'end;' where [id] = new.id;
                end
                """;
        for (var more : List.of("; delete from note", ";end", " ; ; commit", "; create trigger")) {
            failure(DatabaseError.SEVERAL_STATEMENTS, () -> database.run(trigger + more));
        }
        failure(
                DatabaseError.SEVERAL_STATEMENTS,
                () -> database.run("create table trigger_log(trigger int); drop table note"));
        sessions.write(s -> {
            s.execute(trigger + " ; -- done");
            return s.execute("insert into note(note_title) values ('x')");
        });
        assertThat(database.rows(String.class, "select body from note")).containsExactly("a;end;");
    }

    @Test
    void whatStandsInBracketsAndBackticksIsAName() {
        assertThat(
                        database.maps(
                                "select 1 as [it's; :no ?], 5 as [a? :b], 2 as `it\"s; :no ``?`, 3 as \"a[b;\" -- ?"))
                .first()
                .hasToString("{it's; :no ?=1, a? :b=5, it\"s; :no `?=2, a[b;=3}");
        assertThat(database.rows(String.class, "select '[' || ? || ']'", "a"))
                .containsExactly("[a]");
    }

    @Test
    void parametersOfAKindThatIsNotBoundAreRefused() {
        for (var parameter : List.of("@id", "$id", "?1", ":1")) {
            assertThat(
                            failure(
                                    DatabaseError.PARAMETERS,
                                    () ->
                                            database.rows(
                                                    Long.class,
                                                    "select id from note where id = "
                                                            + parameter
                                                            + " or id = ?",
                                                    1)))
                    .hasMessageContaining("the parameter " + parameter + ",");
        }
        assertThat(database.rows(Integer.class, "select '@id' <> '$id ?1 :1'")).containsExactly(1);
    }

    @Test
    void keysAreAskedForBeforeWhatFollowsTheStatement() {
        assertThat(
                        sessions.<List<Long>>write(s ->
                                s.update("insert into note(note_title) values (:t) ; -- done;")
                                        .bind("t", "a")
                                        .keys("id", Long.class)))
                .containsExactly(1L);
    }

    @Test
    void aBatchTakesTheValuesAsTheyAreWhenTheyAreAdded() {
        sessions.write(s -> {
            var batch = s.batch("insert into note(note_title) values (?)");
            var row = new Object[1];
            for (var title : List.of("x", "y", "z")) {
                row[0] = title;
                batch.add(row);
            }
            return batch.execute();
        });
        assertThat(database.titles()).containsExactly("x", "y", "z");
    }

    @Test
    void aValueIsOfOneColumnAndNotOfTheFirstOfSeveral() {
        database.insert("a");
        var failure =
                failure(
                        DatabaseError.UNMAPPABLE,
                        () -> database.rows(String.class, "select note_title, id from note"));
        assertThat(failure)
                .hasMessageContaining("there are 2 in: select note_title, id from note. Give");
    }
}
