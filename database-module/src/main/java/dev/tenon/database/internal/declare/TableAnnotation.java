package dev.tenon.database.internal.declare;

import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What {@code @Table} or {@code @CollectionTable} says beside the name: keys, indexes and checks.
 */
final class TableAnnotation {

    private static final List<String> UNSUPPORTED = List.of("catalog", "schema", "options");

    /** That of a collection is always there, and named by the schema. */
    private static final String FOREIGN_KEY = "foreignKey";

    private final Optional<ClassAnnotation> annotation;
    private final Consumer<String> unsupported;

    private TableAnnotation(Optional<ClassAnnotation> annotation, Consumer<String> unsupported) {
        this.annotation = annotation;
        this.unsupported = unsupported;
    }

    /** Returns that of an entity. */
    static TableAnnotation of(Entity entity, EntityFlaws flaws) {
        return new TableAnnotation(
                ClassAnnotation.of(entity.model(), Jakarta.TABLE),
                element ->
                        flaws.add(
                                entity.className(),
                                "Its @Table has the element "
                                        + element
                                        + ", which is not supported."));
    }

    /** Returns that of a collection. */
    static TableAnnotation of(Entity entity, Attribute collection, EntityFlaws flaws) {
        return new TableAnnotation(
                collection.annotation(Jakarta.COLLECTION_TABLE),
                element ->
                        flaws.add(
                                entity,
                                collection,
                                "has @CollectionTable with the element "
                                        + element
                                        + ", which is not supported."));
    }

    /** Returns the table with all of it. */
    Table on(Table plain) {
        if (annotation.isEmpty()) {
            return plain;
        }
        var given = annotation.get();
        UNSUPPORTED.stream()
                .filter(element -> given.text(element).isPresent())
                .forEach(unsupported);
        given.annotation(FOREIGN_KEY).ifPresent(_ -> unsupported.accept(FOREIGN_KEY));
        var table = plain;
        for (ClassAnnotation key : given.nested("uniqueConstraints")) {
            table =
                    table.unique(
                            new UniqueKey(key.text("name").orElse(""), key.texts("columnNames")));
        }
        for (ClassAnnotation index : given.nested("indexes")) {
            table = table.index(index(index));
        }
        for (ClassAnnotation check : given.nested("check")) {
            table = table.check(check(check));
        }
        return table;
    }

    /** Returns the condition that an annotation says. */
    static Check check(ClassAnnotation annotation) {
        return new Check(
                annotation.text("name").orElse(""), annotation.text("constraint").orElse(""));
    }

    /** The columns stand in one text: {@code "title, created_at DESC"}. */
    private static Index index(ClassAnnotation annotation) {
        var index = Index.on().named(annotation.text("name").orElse(""));
        for (String part : annotation.text("columnList").orElse("").split(",", -1)) {
            var words = part.strip();
            var upper = words.toUpperCase(Locale.ROOT);
            if (upper.endsWith(" DESC")) {
                index = index.thenDescending(words.substring(0, words.length() - 5).strip());
            } else if (upper.endsWith(" ASC")) {
                index = index.then(words.substring(0, words.length() - 4).strip());
            } else {
                index = index.then(words);
            }
        }
        return annotation.truth("unique", false) ? index.unique() : index;
    }
}
