package dev.tenon.database.internal.declare;

import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code @Table} says beside the name: keys, indexes and checks. */
final class TableAnnotation {

    private static final List<String> UNSUPPORTED = List.of("catalog", "schema", "options");

    private final Entity entity;
    private final Optional<ClassAnnotation> annotation;
    private final EntityFlaws flaws;

    TableAnnotation(Entity entity, EntityFlaws flaws) {
        this.entity = entity;
        this.annotation = ClassAnnotation.of(entity.model(), Jakarta.TABLE);
        this.flaws = flaws;
    }

    /** Returns the table with all of it. */
    Table on(Table plain) {
        if (annotation.isEmpty()) {
            return plain;
        }
        var given = annotation.get();
        UNSUPPORTED.stream()
                .filter(element -> given.text(element).isPresent())
                .forEach(element ->
                        flaws.add(
                                entity.className(),
                                "Its @Table has the element "
                                        + element
                                        + ", which is not supported."));
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
            table = table.check(EntityReader.checkOf(check));
        }
        return table;
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
