package dev.tenon.database.internal.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.TestDatabase;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.internal.creation.SchemaCreation.Outcome;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables are created through the same door as everything else: a session. */
class CreationInSessionsTest {

    private static final Table NOTE =
            Table.named("note").columns(Column.of("id", Plain.BIGINT).generated()).primaryKey("id");

    @TempDir Path folder;

    @Test
    void theTablesAreThereForTheSessionsAfterIt() {
        try (var database = TestDatabase.in(folder)) {
            var creation = creation(NOTE);

            boolean before = database.sessions().read(s -> creation.isDone(s.connection()));
            var outcome = database.sessions().write(s -> creation.run(s.connection()));

            assertThat(before).isFalse();
            assertThat(outcome).isEqualTo(Outcome.CREATED);
            assertThat(database.count("note")).isZero();
            boolean after = database.sessions().read(s -> creation.isDone(s.connection()));
            assertThat(after).isTrue();
        }
    }

    @Test
    void aCreationThatFailsTakesTheSessionWithIt() {
        try (var database = TestDatabase.in(folder)) {
            assertThatThrownBy(() ->
                            database.sessions()
                                    .write(s ->
                                            creation(NOTE.check("nothing > 0"))
                                                    .run(s.connection())))
                    .isInstanceOf(InvalidSchemaException.class);

            assertThat(database.count("sqlite_schema")).isZero();
        }
    }

    private static SchemaCreation creation(Table table) {
        return new SchemaCreation(
                new SchemaOwner("sample.notes", "1.0", "notes"),
                new SqliteDialect(),
                Schema.of(table));
    }
}
