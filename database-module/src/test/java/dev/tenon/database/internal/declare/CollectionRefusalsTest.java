package dev.tenon.database.internal.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a collection says and nobody heeds is told. */
class CollectionRefusalsTest {

    private static final String NO_COLLECTION =
            "has @ElementCollection, but is no Set, List or Collection of a class that is named in"
                    + " angle brackets.";

    @TempDir Path classes;

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("Map<String, String> x", NO_COLLECTION),
                Arguments.of("SortedSet<String> x", NO_COLLECTION),
                Arguments.of("String[] x", NO_COLLECTION),
                Arguments.of("Set<byte[]> x", NO_COLLECTION),
                Arguments.of("Set<?> x", NO_COLLECTION),
                Arguments.of("@SuppressWarnings(\"rawtypes\") Set x", NO_COLLECTION),
                Arguments.of("Optional<Set<String>> x", NO_COLLECTION),
                Arguments.of(
                        "Set<Note> x",
                        "is a collection of sample.Note, for which there is no column."),
                Arguments.of(
                        "Set<Place> x",
                        "is a collection of sample.Note$Place, for which there is no column."),
                Arguments.of(
                        "Set<List<String>> x",
                        "is a collection of java.util.List, for which there is no column."),
                Arguments.of(
                        "@OrderColumn Set<String> x",
                        "has @OrderColumn, but a set has no order: make it a List."),
                Arguments.of("@OrderBy List<String> x", "has @OrderBy, which is not supported."),
                Arguments.of(
                        "@Version Set<String> x",
                        "has @Version, which is for one value, and is a collection."),
                Arguments.of(
                        "@CollectionTable(schema = \"s\") Set<String> x",
                        "has @CollectionTable with the element schema, which is not supported."),
                Arguments.of(
                        "@CollectionTable(foreignKey = @ForeignKey(name = \"f\")) Set<String> x",
                        "has @CollectionTable with the element foreignKey, which is not"
                                + " supported."),
                Arguments.of(
                        "@CollectionTable(joinColumns = @JoinColumn(foreignKey = @ForeignKey(name ="
                                + " \"f\"))) Set<String> x",
                        "has the element foreignKey, which is not supported: its foreign key is"
                                + " always there."),
                Arguments.of(
                        "@CollectionTable(joinColumns = @JoinColumn(referencedColumnName ="
                                + " \"title\")) Set<String> x",
                        "refers to title: only the @Id, id, can be referred to."),
                Arguments.of(
                        "@CollectionTable(joinColumns = {@JoinColumn(name = \"a\"),"
                                + " @JoinColumn(name = \"b\")}) Set<String> x",
                        "has more than one of joinColumns, but the key of the entity is one"
                                + " column."),
                Arguments.of(
                        "@Column(columnDefinition = \"text\") Set<String> x",
                        "has the element columnDefinition, which is not supported."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatCannotBeKeptIsTold(String attribute, String rest) throws IOException {
        assertThat(
                        causes(
                                """
                                @Entity public record Note(@Id long id, @ElementCollection %s) {
                                    @Embeddable public record Place(int a) {}
                                }
                                """
                                        .formatted(attribute)))
                .contains("Its attribute x " + rest);
    }

    @Test
    void anEntityWithACollectionHasOneId() throws IOException {
        assertThat(
                        causes(
                                "@Entity public record Note(@Id long a, @Id long b,"
                                        + " @ElementCollection Set<String> x) {}"))
                .containsExactly(
                        "Its attribute x is a collection, which needs an entity with one @Id.");
    }

    @Test
    void whatIsEmbeddedHasNoCollections() throws IOException {
        assertThat(
                        causes(
                                """
                                @Entity public record Note(@Id long id, Place place) {
                                    @Embeddable public record Place(
                                        @ElementCollection Set<String> names) {}
                                }
                                """))
                .containsExactly(
                        "Its attribute names is a collection in what is embedded, which is not"
                                + " supported: move it to the entity.");
    }

    @Test
    void anAnnotationOnAMethodIsRefused() throws IOException {
        assertThat(
                        causes(
                                "@Entity public class Note { @Id long id;"
                                        + " @ElementCollection Set<String> getX() { return null; } }"))
                .containsExactly(
                        "Its method getX has @ElementCollection, which is read from fields only.");
    }

    private Iterable<String> causes(String source) throws IOException {
        var problems = new ArrayList<Problem>();
        CompiledEntities.in(classes).source(source).entity(problems);
        return problems.stream().map(Problem::cause).toList();
    }
}
