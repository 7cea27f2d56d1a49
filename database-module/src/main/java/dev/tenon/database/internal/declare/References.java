package dev.tenon.database.internal.declare;

import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ForeignKey;
import java.io.IOException;
import java.util.Optional;

/**
 * Makes foreign keys of references to other entities: by their class, or, in an attribute that
 * holds the key alone, by {@code targetEntity}.
 */
final class References {

    private final Entities entities;
    private final AttributeColumns columns;
    private final EntityFlaws flaws;

    References(Entities entities, AttributeColumns columns, EntityFlaws flaws) {
        this.entities = entities;
        this.columns = columns;
        this.flaws = flaws;
    }

    static boolean isOne(Attribute attribute) {
        return attribute.has(Jakarta.MANY_TO_ONE) || attribute.has(Jakarta.ONE_TO_ONE);
    }

    /** Adds the column and the foreign key of a reference to the table. */
    void add(
            Entity entity,
            Attribute attribute,
            Prefix prefix,
            boolean mayBeAbsent,
            TableOfEntity table)
            throws IOException {
        var annotation =
                attribute
                        .annotation(Jakarta.MANY_TO_ONE)
                        .or(() -> attribute.annotation(Jakarta.ONE_TO_ONE))
                        .orElseThrow();
        var target = target(attribute, annotation);
        if (target.isEmpty() || target.get().ids().size() != 1) {
            flaws.add(
                    entity,
                    attribute,
                    "has to refer to an entity of the module with one @Id: name it as the"
                            + " attribute's type or as targetEntity.");
            return;
        }
        var join = attribute.annotation(Jakarta.JOIN_COLUMN);
        join.ifPresent(j -> columns.checkElements(entity, attribute, j));
        var id = columns.column(target.get(), target.get().ids().getFirst(), Prefix.NONE, false);
        join.flatMap(j -> j.text("referencedColumnName"))
                .filter(name -> !name.equals(id.name()))
                .ifPresent(name ->
                        flaws.add(
                                entity,
                                attribute,
                                "refers to "
                                        + name
                                        + ": only the @Id, "
                                        + id.name()
                                        + ", can be referred to."));
        var own = ClassNames.snakeCase(attribute.name());
        var name =
                join.flatMap(j -> j.text("name")).orElse(own.endsWith("_id") ? own : own + "_id");
        var column =
                Column.of(prefix.text() + name, id.type())
                        .renamedFrom(prefix.former(name, attribute));
        if (mayBeAbsent || isOptional(entity, attribute, annotation, join)) {
            column = column.nullable();
        }
        if (attribute.has(Jakarta.ONE_TO_ONE)
                || join.map(j -> j.truth("unique", false)).orElse(false)) {
            column = column.unique();
        }
        table.add(column, attribute.has(Jakarta.ID));
        var constraint = join.flatMap(j -> j.annotation("foreignKey"));
        if (constraint.flatMap(c -> c.constant("value")).stream()
                .noneMatch("NO_CONSTRAINT"::equals)) {
            table.add(
                    ForeignKey.from(column.name())
                            .to(target.get().table())
                            .named(constraint.flatMap(c -> c.text("name")).orElse("")));
        }
    }

    private Optional<Entity> target(Attribute attribute, ClassAnnotation annotation)
            throws IOException {
        var named = annotation.type("targetEntity");
        if (named.isPresent()) {
            return entities.find(named.get());
        }
        return AttributeType.of(attribute).isPresent()
                ? Optional.empty()
                : entities.find(ClassNames.of(attribute.type()));
    }

    private static boolean isOptional(
            Entity entity,
            Attribute attribute,
            ClassAnnotation annotation,
            Optional<ClassAnnotation> join) {
        return !attribute.has(Jakarta.ID)
                && annotation.truth("optional", true)
                && join.map(j -> j.truth("nullable", true)).orElse(true)
                && Nullness.isNullable(attribute, entity.isNullMarked());
    }
}
