package dev.tenon.database.internal.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.SchemaError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an entity says and nobody heeds is told, instead of being left out silently. */
class EntityRefusalsTest {

    @TempDir Path classes;

    static Stream<Arguments> wrong() {
        return Stream.of(
                attribute(
                        "@Column(columnDefinition = \"text\") String x",
                        "Its attribute x has the element columnDefinition, which is not supported."),
                attribute(
                        "@Column(table = \"other\") String x",
                        "Its attribute x has the element table, which is not supported."),
                attribute(
                        "@OneToMany List<Note> x",
                        "Its attribute x has @OneToMany, which is not supported."),
                attribute(
                        "@AttributeOverride(name = \"a\", column = @Column) Place x",
                        "Its attribute x has @AttributeOverride, which is not supported."),
                attribute("char[] x", "Its attribute x is a char[], for which there is no column."),
                attribute(
                        "Optional<?> x",
                        "Its attribute x is a java.util.Optional, for which there is no column."),
                attribute(
                        "ZonedDateTime x",
                        "Its attribute x is a java.time.ZonedDateTime, for which there is no"
                                + " column."),
                attribute(
                        "java.math.BigDecimal x",
                        "Its attribute x is a java.math.BigDecimal and does not say how many digits it"
                                + " has."),
                attribute(
                        "@Column(precision = 2, scale = 3) java.math.BigDecimal x",
                        "Its attribute x is a java.math.BigDecimal of 2 digits, 3 after the point."),
                attribute(
                        "@ElementCollection List<java.math.BigInteger> x",
                        "Its attribute x is a java.math.BigInteger and does not say how many digits it"
                                + " has."),
                attribute(
                        "Loop x",
                        "Its attribute next is a sample.Note$Loop within another: it has no end."),
                attribute(
                        "@ManyToOne @JoinColumn(referencedColumnName = \"title\") Note x",
                        "Its attribute x refers to title: only the @Id, id, can be referred to."),
                attribute(
                        "@ManyToOne Note x, @Id long second",
                        "Its attribute x has to refer to an entity of the module with one @Id: name"
                                + " it as the attribute's type or as targetEntity."),
                attribute(
                        "@GeneratedValue Long x",
                        "Its attribute x has @GeneratedValue, which is for the @Id only."),
                attribute(
                        "@Id Place x",
                        "Its attribute x has @Id, but is a sample.Note$Place: such a key has"
                                + " @EmbeddedId."),
                attribute(
                        "@EmbeddedId Place x",
                        "It has more than one key: @EmbeddedId stands alone, without another and"
                                + " without @Id."),
                attribute(
                        "Nothing x",
                        "Its attribute x is a sample.Note$Nothing, which has no attributes."),
                attribute(
                        "Keyed x",
                        "Its attribute a has @Id, but is embedded: only the entity itself has it."),
                attribute(
                        "Counted x",
                        "Its attribute a has @Version, but is embedded: only the entity itself has"
                                + " it."),
                attribute(
                        "@Version int x, @Version int y",
                        "It has more than one attribute with @Version: x, y."),
                attribute(
                        "@Version String x",
                        "Its attribute x has @Version, and has to be an int, short or long, one of"
                                + " their classes, an Instant or a LocalDateTime."),
                attribute(
                        "@Version Optional<Long> x",
                        "Its attribute x has @Version, and has to be an int, short or long, one of"
                                + " their classes, an Instant or a LocalDateTime."),
                Arguments.of(
                        "@Entity public record Note(@Id @Version long id) {}",
                        "Its attribute id has @Version, but is the key, which never changes."),
                Arguments.of(
                        "@Entity public record Note(@EmbeddedId String id) {}",
                        "Its attribute id is embedded, but java.lang.String has no annotation"
                                + " @Embeddable."),
                Arguments.of(
                        "@Entity @Table(schema = \"other\") public record Note(@Id long id) {}",
                        "Its @Table has the element schema, which is not supported."),
                Arguments.of(
                        "@Entity @Inheritance public class Note { @Id long id; }",
                        "It has @Inheritance, which is not supported."),
                Arguments.of(
                        "@Entity public class Note { @Id long id; String x;"
                                + " @Column(unique = true) String getX() { return x; } }",
                        "Its method getX has @Column, which is read from fields only."),
                Arguments.of(
                        "@Entity public class Note extends Thread { @Id long id; }",
                        "It extends java.lang.Thread: an entity stands alone."),
                Arguments.of(
                        "@Entity public abstract class Note { @Id long id; }", "It is abstract."),
                Arguments.of(
                        "@Entity public record Note(@Id @GeneratedValue(strategy ="
                                + " GenerationType.TABLE) Long id) {}",
                        "Its attribute id is generated by TABLE: only AUTO, IDENTITY and a UUID are"
                                + " supported."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatCannotBeKeptIsTold(String source, String cause) throws IOException {
        var problems = new ArrayList<Problem>();

        CompiledEntities.in(classes).source(source).read(problems);

        assertThat(problems).extracting(Problem::cause).containsExactly(cause);
        assertThat(problems.getFirst().code()).isEqualTo(SchemaError.ENTITY_INVALID);
        assertThat(problems.getFirst().fact()).isEqualTo("The entity sample.Note cannot be used.");
    }

    @Test
    void howADecimalSaysItsDigitsIsTold() throws IOException {
        var problems = new ArrayList<Problem>();

        CompiledEntities.in(classes)
                .source(
                        "@Entity public record Note(@Id long id, java.math.BigDecimal price,"
                                + " java.math.BigInteger total) {}")
                .read(problems);

        assertThat(problems)
                .extracting(Problem::remedy)
                .containsExactly(
                        "Write @Column(precision = 12, scale = 2) on price of sample.Note for 12 digits"
                                + " in all, 2 of them after the point.",
                        "Write @Column(precision = 12) on total of sample.Note for up to 12 digits.");
    }

    /** The key of a table that others refer to is read for each of them, too. */
    @Test
    void whatIsWrongWithAKeyIsToldOnce() throws IOException {
        var problems = new ArrayList<Problem>();

        CompiledEntities.in(classes)
                .source(
                        "@Entity public record Note(@Id Thread id, @ManyToOne Note a,"
                                + " @ManyToOne Note b) {}")
                .read(problems);

        assertThat(problems).hasSize(1);
    }

    private static Arguments attribute(String attribute, String cause) {
        return Arguments.of(
                """
                @Entity public record Note(@Id long id, %s) {
                    @Embeddable public record Place(int a) {}
                    @Embeddable public record Loop(Loop next) {}
                    @Embeddable public record Nothing() {}
                    @Embeddable public record Keyed(@Id int a) {}
                    @Embeddable public record Counted(@Version int a) {}
                }
                """
                        .formatted(attribute),
                cause);
    }
}
