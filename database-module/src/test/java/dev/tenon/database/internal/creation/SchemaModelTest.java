package dev.tenon.database.internal.creation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.RandomSchemas;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaModelTest {

    private static final Column ID = Column.of("id", Plain.BIGINT).generated();
    private static final Column NAME = Column.of("na\"me", ColumnType.varchar(20)).unique();
    private static final Column AUTHOR = Column.of("author_id", Plain.BIGINT).nullable();

    private static final Table PERSON = Table.named("person").columns(ID, NAME).primaryKey("id");
    private static final Table NOTE =
            Table.named("note")
                    .columns(ID, AUTHOR, Column.of("at", Plain.TIMESTAMP).withDefaultNow())
                    .primaryKey("id")
                    .foreignKey(
                            ForeignKey.from("author_id")
                                    .to("person")
                                    .onDelete(ReferentialAction.CASCADE))
                    .check("id > 0\nAND id < 100")
                    .index(Index.on("author_id").thenDescending("at").where("id > 1"));

    /** Databases hold this text: if it changes, they are taken for those of another model. */
    @Test
    void theFormOfAModelStaysWhatItIs() {
        var model = SchemaModel.of(Schema.of(PERSON, NOTE));

        assertThat(model.text())
                .isEqualTo(
                        """
                        check "note_check" of "note" id > 0\\nAND id < 100
                        column "at" of "note" TIMESTAMP DEFAULT now
                        column "author_id" of "note" BIGINT NULL
                        column "id" of "note" BIGINT NUMBERED
                        column "id" of "person" BIGINT NUMBERED
                        column "na\\"me" of "person" VARCHAR(20)
                        foreign key "note_author_id_fkey" of "note" ("author_id") to "person" ("id") \
                        on delete CASCADE on update NO_ACTION
                        index "note_author_id_at_idx" of "note" ("author_id", "at" DESC) where id > 1
                        key "person_na\\"me_key" of "person" ("na\\"me")
                        primary key of "note" ("id")
                        primary key of "person" ("id")
                        table "note"
                        table "person\"\
                        """);
        assertThat(model.fingerprint())
                .isEqualTo("1-e1e465858d376bc65e9f7ca18807040dd591f8ac5717075a2af5d17b69ddc598");
        assertThat(SchemaModel.parse(model.text())).isEqualTo(model);
    }

    @Test
    void theOrderOfTablesAndColumnsMakesNoDifference() {
        var other = Table.named("person").columns(NAME, ID).primaryKey("id");

        assertThat(SchemaModel.of(Schema.of(NOTE, other)).fingerprint())
                .isEqualTo(SchemaModel.of(Schema.of(PERSON, NOTE)).fingerprint());
    }

    @Test
    void whatIsDeclaredOtherwiseIsAnotherModel() {
        var plain = SchemaModel.of(Schema.of(PERSON));
        var other = SchemaModel.of(Schema.of(PERSON.columns(AUTHOR)));

        assertThat(other.fingerprint()).isNotEqualTo(plain.fingerprint());
        assertThat(other.without(plain))
                .containsExactly("column \"author_id\" of \"person\" BIGINT NULL");
        assertThat(plain.without(other)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anyModelIsReadAgainAsItWasWritten(RealEngine engine) {
        for (int seed = 0; seed < 300; seed++) {
            var model = SchemaModel.of(RandomSchemas.schema(engine.dialect(), seed));

            assertThat(SchemaModel.parse(model.text())).isEqualTo(model);
            assertThat(model.lines()).doesNotHaveDuplicates();
        }
    }

    @Test
    void aTableThatIsNotThereIsTheWholeDifference() {
        var both = SchemaModel.of(Schema.of(PERSON, NOTE));

        assertThat(both.without(SchemaModel.of(Schema.of(PERSON))))
                .containsExactly("table \"note\"");
    }
}
