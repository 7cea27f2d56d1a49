package dev.tenon.database.internal.declare;

import static dev.tenon.database.schema.ColumnType.decimal;
import static dev.tenon.database.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.Problem;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityTablesTest {

    @TempDir Path classes;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aRecordIsATableOfItsComponents() throws IOException {
        var table =
                read(
                        """
                        @Entity public record Note(
                            @Id @GeneratedValue Long id,
                            @NotBlank @Size(max = 200) String title,
                            String body,
                            boolean pinned,
                            @NotNull Instant createdAt,
                            LocalDateTime localAt,
                            Optional<LocalDate> due,
                            UUID reference,
                            @Column(precision = 12, scale = 2, nullable = false) BigDecimal price,
                            byte[] content,
                            @Transient String shown,
                            @Version int version) {}
                        """);

        assertThat(table)
                .isEqualTo(
                        Table.named("note")
                                .columns(
                                        Column.of("id", Plain.BIGINT).generated(),
                                        Column.of("title", varchar(200)),
                                        Column.of("body", Plain.TEXT).nullable(),
                                        Column.of("pinned", Plain.BOOLEAN),
                                        Column.of("created_at", Plain.TIMESTAMP),
                                        Column.of("local_at", Plain.TIMESTAMP_LOCAL).nullable(),
                                        Column.of("due", Plain.DATE).nullable(),
                                        Column.of("reference", Plain.UUID).nullable(),
                                        Column.of("price", decimal(12, 2)),
                                        Column.of("content", Plain.BYTES).nullable(),
                                        Column.of("version", Plain.INTEGER))
                                .primaryKey("id"));
        assertThat(problems).isEmpty();
    }

    @Test
    void aClassIsATableOfItsFields() throws IOException {
        var table =
                read(
                        """
                        @Entity(name = "tag") public class Note {
                            static int counter;
                            transient int seen;
                            @Id private UUID id;
                            @Column(name = "Label", unique = true, length = 30, nullable = false)
                            private String label;
                        }
                        """);

        assertThat(table)
                .isEqualTo(
                        Table.named("tag")
                                .columns(
                                        Column.of("id", Plain.UUID),
                                        Column.of("Label", varchar(30)).unique())
                                .primaryKey("id"));
    }

    @Test
    void whatWasRenamedKnowsItsFormerNames() throws IOException {
        var table =
                read(
                        """
                        import dev.tenon.database.RenamedFrom;
                        @RenamedFrom({"memo", "entry"})
                        @Entity public record Note(
                            @Id long id,
                            @RenamedFrom("name") @Column(nullable = false) String title,
                            @RenamedFrom("person_id") @ManyToOne Note author,
                            @RenamedFrom("home") @Embedded Place place) {
                            @Embeddable record Place(
                                @RenamedFrom("town") String city, String street) {}
                        }
                        """);

        assertThat(problems).isEmpty();
        assertThat(table.formerNames()).containsExactly("memo", "entry");
        assertThat(table.columns())
                .containsExactly(
                        Column.of("id", Plain.BIGINT),
                        Column.of("title", Plain.TEXT).renamedFrom("name"),
                        Column.of("author_id", Plain.BIGINT).nullable().renamedFrom("person_id"),
                        Column.of("place_city", Plain.TEXT)
                                .nullable()
                                .renamedFrom("place_town", "home_city", "home_town"),
                        Column.of("place_street", Plain.TEXT)
                                .nullable()
                                .renamedFrom("home_street"));
    }

    @Test
    void inANullMarkedClassOnlyWhatSaysSoMayHaveNoValue() throws IOException {
        var table =
                read(
                        """
                        @org.jspecify.annotations.NullMarked
                        @Entity public record Note(@Id long id, String title,
                            @org.jspecify.annotations.Nullable String body,
                            byte @org.jspecify.annotations.Nullable [] content) {}
                        """);

        assertThat(table.columns())
                .containsExactly(
                        Column.of("id", Plain.BIGINT),
                        Column.of("title", Plain.TEXT),
                        Column.of("body", Plain.TEXT).nullable(),
                        Column.of("content", Plain.BYTES).nullable());
    }

    @Test
    void inANullMarkedPackageOnlyWhatSaysSoMayHaveNoValue() throws IOException {
        var table =
                CompiledEntities.in(classes)
                        .packageInfo("@org.jspecify.annotations.NullMarked package sample;")
                        .source(
                                """
                                @Entity public record Note(@Id long id, String title, Place place,
                                    Free free) {
                                    @Embeddable public record Place(String name) {}
                                    @org.jspecify.annotations.NullUnmarked
                                    @Embeddable public record Free(String text) {}
                                }
                                """)
                        .read(problems);

        assertThat(table.columns())
                .containsExactly(
                        Column.of("id", Plain.BIGINT),
                        Column.of("title", Plain.TEXT),
                        Column.of("place_name", Plain.TEXT),
                        Column.of("free_text", Plain.TEXT).nullable());
    }

    @Test
    void whatIsNotOptionalHasAValue() throws IOException {
        var table =
                read(
                        "@Entity public record Note(@Id long id, @Basic(optional = false) String s) {}");

        assertThat(table.columns().getLast()).isEqualTo(Column.of("s", Plain.TEXT));
    }

    @Test
    void aForeignKeyHasTheNameThatTheJoinColumnGivesOrIsLeftOut() throws IOException {
        var table =
                read(
                        """
                        @Entity public record Note(@Id long id,
                            @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "up")) Note a,
                            @ManyToOne @JoinColumn(foreignKey =
                                @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Note b) {}
                        """);

        assertThat(table.columns()).extracting(Column::name).containsExactly("id", "a_id", "b_id");
        assertThat(table.foreignKeys())
                .containsExactly(ForeignKey.from("a_id").to("note").named("up"));
    }

    @Test
    void aColumnMayHaveAConditionOfItsOwn() throws IOException {
        var table =
                read(
                        """
                        @Entity public record Note(@Id long id,
                            @Column(check = @CheckConstraint(constraint = "stars < 6")) int stars) {}
                        """);

        assertThat(table.checks()).containsExactly(new Check("", "stars < 6"));
    }

    @Test
    void referencesAreForeignKeysByTheEntityOrByItsId() throws IOException {
        var table =
                read(
                        """
                        @Entity public record Note(@Id long id,
                            @ManyToOne(optional = false) Author author,
                            @ManyToOne(targetEntity = Author.class) @JoinColumn(name = "by") UUID editorId,
                            @ManyToOne Note parent) {
                            @Entity @Table(name = "authors") public record Author(@Id UUID id) {}
                        }
                        """);

        assertThat(table)
                .isEqualTo(
                        Table.named("note")
                                .columns(
                                        Column.of("id", Plain.BIGINT),
                                        Column.of("author_id", Plain.UUID),
                                        Column.of("by", Plain.UUID).nullable(),
                                        Column.of("parent_id", Plain.BIGINT).nullable())
                                .primaryKey("id")
                                .foreignKey(ForeignKey.from("author_id").to("authors"))
                                .foreignKey(ForeignKey.from("by").to("authors"))
                                .foreignKey(ForeignKey.from("parent_id").to("note")));
        assertThat(problems).isEmpty();
    }

    @Test
    void embeddedValuesAreColumnsOfTheTableAndEnumsAreTheirNames() throws IOException {
        var table =
                read(
                        """
                        @Entity public record Note(@Id long first, @Id int second,
                            Place place, @NotNull Color color,
                            @Enumerated(EnumType.ORDINAL) Color other) {
                            @Embeddable public record Place(double north, @NotNull String name) {}
                            public enum Color { RED }
                        }
                        """);

        assertThat(table)
                .isEqualTo(
                        Table.named("note")
                                .columns(
                                        Column.of("first", Plain.BIGINT),
                                        Column.of("second", Plain.INTEGER),
                                        Column.of("place_north", Plain.DOUBLE).nullable(),
                                        Column.of("place_name", Plain.TEXT).nullable(),
                                        Column.of("color", varchar(255)),
                                        Column.of("other", Plain.SMALLINT).nullable())
                                .primaryKey("first", "second"));
    }

    @Test
    void keysIndexesAndChecksComeFromTheTableAnnotation() throws IOException {
        var table =
                read(
                        """
                        @Entity @Table(name = "notes",
                            uniqueConstraints = @UniqueConstraint(columnNames = {"a", "b"}),
                            indexes = @Index(name = "newest", columnList = "a, b DESC", unique = true),
                            check = @CheckConstraint(name = "positive", constraint = "a > 0"))
                        public record Note(@Id long id, int a, int b) {}
                        """);

        assertThat(table)
                .isEqualTo(
                        Table.named("notes")
                                .columns(
                                        Column.of("id", Plain.BIGINT),
                                        Column.of("a", Plain.INTEGER),
                                        Column.of("b", Plain.INTEGER))
                                .primaryKey("id")
                                .unique("a", "b")
                                .index(Index.on("a").thenDescending("b").named("newest").unique())
                                .check(new Check("positive", "a > 0")));
    }

    @Test
    void namesInCamelCaseAreNamesWithUnderscores() {
        assertThat(List.of("createdAt", "HTTPLog", "x", "page2Size", "aURL"))
                .map(ClassNames::snakeCase)
                .containsExactly("created_at", "http_log", "x", "page2_size", "a_url");
    }

    private Table read(String source) throws IOException {
        return CompiledEntities.in(classes).source(source).read(problems);
    }
}
