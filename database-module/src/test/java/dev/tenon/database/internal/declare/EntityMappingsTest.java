package dev.tenon.database.internal.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.Problem;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.AttributeMapping.EnumForm;
import dev.tenon.database.mapping.AttributeMapping.Generation;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import dev.tenon.database.mapping.EntityMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other framework modules get to know of an entity. */
class EntityMappingsTest {

    @TempDir Path classes;

    @Test
    void everyAttributeKnowsItsColumn() throws IOException {
        var mapping =
                read(
                        """
                        @Entity(name = "Memo") @Table(name = "notes") public class Note {
                            @Id @GeneratedValue Long id;
                            @Column(name = "Heading") private String title;
                            Optional<LocalDate> due;
                            boolean isOdd;
                            byte[] content;
                            char mark;
                            Color color;
                            @Enumerated(EnumType.ORDINAL) Color other;
                            @Transient String shown;
                            @Version short changes;
                            public enum Color { RED }
                        }
                        """);

        assertThat(mapping)
                .isEqualTo(
                        new EntityMapping(
                                "sample.Note",
                                "Memo",
                                "notes",
                                List.of(
                                        new Basic(
                                                "id",
                                                "java.lang.Long",
                                                false,
                                                "id",
                                                true,
                                                false,
                                                Generation.DATABASE,
                                                EnumForm.NONE),
                                        basic("title", "java.lang.String", "Heading"),
                                        new Basic(
                                                "due",
                                                "java.time.LocalDate",
                                                true,
                                                "due",
                                                false,
                                                false,
                                                Generation.NONE,
                                                EnumForm.NONE),
                                        basic("isOdd", "Z", "is_odd"),
                                        basic("content", "[B", "content"),
                                        basic("mark", "C", "mark"),
                                        ofEnum("color", EnumForm.NAME),
                                        ofEnum("other", EnumForm.ORDINAL),
                                        new Basic(
                                                "changes",
                                                "S",
                                                false,
                                                "changes",
                                                false,
                                                true,
                                                Generation.NONE,
                                                EnumForm.NONE))));
        assertThat(mapping.version()).map(Basic::name).contains("changes");
        assertThat(mapping.ids()).extracting(AttributeMapping::name).containsExactly("id");
    }

    @Test
    void aGeneratedUuidIsMadeBeforeTheRow() throws IOException {
        var mapping = read("@Entity public record Note(@Id @GeneratedValue UUID id) {}");

        assertThat(mapping.attribute("id"))
                .contains(
                        new Basic(
                                "id",
                                "java.util.UUID",
                                false,
                                "id",
                                true,
                                false,
                                Generation.UUID,
                                EnumForm.NONE));
    }

    @Test
    void whatIsEmbeddedIsFoundByItsPath() throws IOException {
        var mapping =
                read(
                        """
                        @Entity public record Note(@Id long id, Optional<Place> place) {
                            @Embeddable public record Place(@Column(name = "n") int north, Town town) {}
                            @Embeddable public record Town(String name) {}
                        }
                        """);

        assertThat(mapping.attribute("place"))
                .contains(
                        new Embedded(
                                "place",
                                "sample.Note$Place",
                                true,
                                List.of(
                                        basic("north", "I", "place_n"),
                                        new Embedded(
                                                "town",
                                                "sample.Note$Town",
                                                false,
                                                List.of(
                                                        basic(
                                                                "name",
                                                                "java.lang.String",
                                                                "place_town_name"))))));
        assertThat(mapping.attribute("place.town.name"))
                .contains(basic("name", "java.lang.String", "place_town_name"));
        assertThat(mapping.attribute("place.country")).isEmpty();
        assertThat(mapping.attribute("id.name")).isEmpty();
    }

    @Test
    void anEmbeddedKeyConsistsOfItsAttributes() throws IOException {
        var entity =
                entity(
                        """
                        @Entity public record Note(@EmbeddedId Place place, String text) {
                            @Embeddable public record Place(
                                int shelf, Row row, @ManyToOne(targetEntity = Book.class) long bookId) {}
                            @Embeddable public record Row(int number) {}
                            @Entity public record Book(@Id long id) {}
                        }
                        """);

        assertThat(entity.mapping().ids())
                .extracting(AttributeMapping::name)
                .containsExactly("shelf", "number", "bookId");
        assertThat(entity.mapping().ids()).allMatch(AttributeMapping::isId);
        assertThat(entity.mapping().attribute("place")).get().matches(AttributeMapping::isId);
        assertThat(entity.table().primaryKey())
                .containsExactly("place_shelf", "place_row_number", "place_book_id");
        assertThat(entity.table().columns())
                .filteredOn(c -> c.isNullable())
                .extracting(c -> c.name())
                .containsExactly("text");
    }

    @Test
    void aReferenceKnowsWhatItRefersToAndWhetherItHoldsTheKeyAlone() throws IOException {
        var mapping =
                read(
                        """
                        @Entity public record Note(@Id long id, @ManyToOne Note parent,
                            @ManyToOne(targetEntity = Author.class) @JoinColumn(name = "by") UUID editorId) {
                            @Entity public record Author(@Id UUID id) {}
                        }
                        """);

        var parent =
                new Reference("parent", "sample.Note", false, "sample.Note", "parent_id", false);
        var editor =
                new Reference(
                        "editorId", "java.util.UUID", false, "sample.Note$Author", "by", false);
        assertThat(mapping.attributes()).contains(parent, editor);
        assertThat(parent.isKeyAlone()).isFalse();
        assertThat(editor.isKeyAlone()).isTrue();
    }

    @Test
    void aCollectionKnowsItsTable() throws IOException {
        var mapping =
                read(
                        """
                        @Entity public record Note(@Id long id,
                            @ElementCollection @Enumerated(EnumType.ORDINAL) Set<Color> colors,
                            @ElementCollection Collection<String> tags) {
                            public enum Color { RED }
                        }
                        """);

        assertThat(mapping.attributes())
                .contains(
                        new Elements(
                                "colors",
                                "java.util.Set",
                                "sample.Note$Color",
                                EnumForm.ORDINAL,
                                "note_colors",
                                "note_id",
                                "colors",
                                Optional.empty()),
                        new Elements(
                                "tags",
                                "java.util.Collection",
                                "java.lang.String",
                                EnumForm.NONE,
                                "note_tags",
                                "note_id",
                                "tags",
                                Optional.of("tags_order")));
    }

    private static Basic basic(String name, String type, String column) {
        return new Basic(name, type, false, column, false, false, Generation.NONE, EnumForm.NONE);
    }

    private static Basic ofEnum(String name, EnumForm form) {
        return new Basic(
                name, "sample.Note$Color", false, name, false, false, Generation.NONE, form);
    }

    private EntityMapping read(String source) throws IOException {
        return entity(source).mapping();
    }

    private ReadEntity entity(String source) throws IOException {
        var problems = new ArrayList<Problem>();
        var entity = CompiledEntities.in(classes).source(source).entity(problems);
        assertThat(problems).isEmpty();
        return entity;
    }
}
