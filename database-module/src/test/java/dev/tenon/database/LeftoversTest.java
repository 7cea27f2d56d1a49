package dev.tenon.database;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.error.DatabaseError;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a session leaves behind does no harm to the next one. */
@Timeout(120)
class LeftoversTest {

    @TempDir Path folder;
    TestDatabase database;
    SessionFactory sessions;

    /** Rows cannot become this: there is no such column. */
    record Unknown(String nowhere) {}

    @BeforeEach
    void open() {
        // One reader, so that the next session gets the connection of the last one.
        database = TestDatabase.in(folder.resolve("data"), TestDatabase.readers(1));
        sessions = database.sessions();
        database.run("create table note(id integer primary key, note_title text not null)");
        database.insert("a");
        database.insert("b");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStreamThatCouldNotBeginKeepsNoOldState() {
        failure(
                DatabaseError.UNMAPPABLE,
                () ->
                        sessions.read(s ->
                                s.query("select note_title from note").stream(Unknown.class)
                                        .toList()));
        assertNewRowsAreSeen();
    }

    @Test
    void aListOfTablesLeftOpenKeepsNoOldState() {
        sessions.read(s -> {
            var tables = s.connection().getMetaData().getTables(null, null, "%", null);
            return tables.next();
        });
        assertNewRowsAreSeen();
    }

    @Test
    void rowsLeftOpenByWayOfJdbcKeepNoOldState() {
        sessions.read(s -> {
            var rows = s.connection().prepareStatement("select * from note").executeQuery();
            return rows.next();
        });
        assertNewRowsAreSeen();
    }

    @Test
    void generatedKeysLeftOpenDoNotHarmTheNextWrite() {
        sessions.write(s -> {
            var insert =
                    s.connection().prepareStatement("insert into note(note_title) values ('k')", 1);
            insert.executeUpdate();
            return insert.getGeneratedKeys().next();
        });
        assertNewRowsAreSeen();
    }

    private void assertNewRowsAreSeen() {
        database.insert("new");
        assertThat(database.titles()).contains("new");
    }

    @Test
    void aLargeValueIsNotKeptByItsStatement() {
        database.run("create table picture(data blob)");
        var picture = storedPicture();
        var end = Instant.now().plusSeconds(30);
        while (picture.get() != null && Instant.now().isBefore(end)) {
            System.gc();
        }
        assertThat(picture.get()).isNull();
    }

    private WeakReference<byte[]> storedPicture() {
        var data = new byte[1_000_000];
        database.run("insert into picture values (?)", (Object) data);
        return new WeakReference<>(data);
    }
}
