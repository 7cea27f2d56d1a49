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
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionTablesTest {

    @TempDir Path classes;

    @Test
    void aSetHasEachOfItsValuesOnce() throws IOException {
        var tables =
                read(
                        """
                        @Entity public class Note {
                            @Id private String productNum;
                            @ElementCollection(fetch = FetchType.EAGER)
                            private Set<Department> departments;
                            public enum Department { TOOLS }
                        }
                        """);

        assertThat(tables)
                .containsExactly(
                        Table.named("note_departments")
                                .columns(
                                        Column.of("note_product_num", Plain.TEXT),
                                        Column.of("departments", varchar(255)))
                                .primaryKey("note_product_num", "departments")
                                .foreignKey(owner("note_product_num", "note")));
    }

    /** What is said of the size of the collection says nothing of its values. */
    @Test
    void theValuesOfAListHaveTheirPlaces() throws IOException {
        var tables =
                read(
                        """
                        @Entity public record Note(@Id @GeneratedValue Long id,
                            @ElementCollection @Size(max = 3) List<String> tags,
                            @ElementCollection @OrderColumn(name = "n") List<Integer> marks) {}
                        """);

        assertThat(tables)
                .containsExactly(
                        Table.named("note_tags")
                                .columns(
                                        Column.of("note_id", Plain.BIGINT),
                                        Column.of("tags_order", Plain.INTEGER),
                                        Column.of("tags", Plain.TEXT))
                                .primaryKey("note_id", "tags_order")
                                .foreignKey(owner("note_id", "note")),
                        Table.named("note_marks")
                                .columns(
                                        Column.of("note_id", Plain.BIGINT),
                                        Column.of("n", Plain.INTEGER),
                                        Column.of("marks", Plain.INTEGER))
                                .primaryKey("note_id", "n")
                                .foreignKey(owner("note_id", "note")));
    }

    @Test
    void theAnnotationsNameTheTableAndItsColumns() throws IOException {
        var tables =
                read(
                        """
                        @Entity @Table(name = "notes") public record Note(@Id long id,
                            @ElementCollection
                            @CollectionTable(name = "prices",
                                joinColumns = @JoinColumn(name = "owner"),
                                uniqueConstraints = @UniqueConstraint(columnNames = {"price", "owner"}),
                                indexes = @jakarta.persistence.Index(columnList = "price"))
                            @Column(name = "price", precision = 9, scale = 2,
                                check = @CheckConstraint(constraint = "price > 0"))
                            Set<BigDecimal> values,
                            @ElementCollection @Column(length = 20) Set<String> words) {}
                        """);

        assertThat(tables)
                .containsExactly(
                        Table.named("prices")
                                .columns(
                                        Column.of("owner", Plain.BIGINT),
                                        Column.of("price", decimal(9, 2)))
                                .primaryKey("owner", "price")
                                .unique("price", "owner")
                                .foreignKey(owner("owner", "notes"))
                                .check(new Check("", "price > 0"))
                                .index(Index.on("price")),
                        Table.named("note_words")
                                .columns(
                                        Column.of("note_id", Plain.BIGINT),
                                        Column.of("words", varchar(20)))
                                .primaryKey("note_id", "words")
                                .foreignKey(owner("note_id", "notes")));
    }

    @Test
    void whatWasRenamedTakesItsCollectionsAlong() throws IOException {
        var tables =
                read(
                        """
                        import dev.tenon.database.RenamedFrom;
                        @RenamedFrom("memo")
                        @Entity public record Note(
                            @RenamedFrom("number") @Id long id,
                            @RenamedFrom("labels") @ElementCollection List<String> tags) {}
                        """);

        assertThat(tables)
                .containsExactly(
                        Table.named("note_tags")
                                .renamedFrom("note_labels", "memo_tags", "memo_labels")
                                .columns(
                                        Column.of("note_id", Plain.BIGINT)
                                                .renamedFrom(
                                                        "note_number", "memo_id", "memo_number"),
                                        Column.of("tags_order", Plain.INTEGER)
                                                .renamedFrom("labels_order"),
                                        Column.of("tags", Plain.TEXT).renamedFrom("labels"))
                                .primaryKey("note_id", "tags_order")
                                .foreignKey(owner("note_id", "note")));
    }

    private static ForeignKey owner(String column, String table) {
        return ForeignKey.from(column).to(table).onDelete(ReferentialAction.CASCADE);
    }

    private List<Table> read(String source) throws IOException {
        var problems = new ArrayList<Problem>();
        var entity = CompiledEntities.in(classes).source(source).entity(problems);
        assertThat(problems).isEmpty();
        return entity.collections();
    }
}
