package dev.tenon.database.internal.declare;

import dev.tenon.database.mapping.AttributeMapping.Reference;
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

    /**
     * Adds the column and the foreign key of a reference to the table.
     *
     * @return how it stands there, if it can
     */
    Optional<Reference> add(Scope scope, Attribute attribute, TableOfEntity table)
            throws IOException {
        var entity = scope.entity();
        var prefix = scope.prefix();
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
            return Optional.empty();
        }
        var join = attribute.annotation(Jakarta.JOIN_COLUMN);
        var id = columns.column(Scope.of(target.get()), target.get().ids().getFirst());
        join.ifPresent(j -> columns.checkJoin(entity, attribute, j, id));
        var own = ClassNames.snakeCase(attribute.name());
        var name =
                join.flatMap(j -> j.text("name")).orElse(own.endsWith("_id") ? own : own + "_id");
        var column =
                Column.of(prefix.text() + name, id.type())
                        .renamedFrom(prefix.former(name, attribute));
        if (isNullable(scope, attribute, annotation, join)) {
            column = column.nullable();
        }
        if (attribute.has(Jakarta.ONE_TO_ONE)
                || join.map(j -> j.truth("unique", false)).orElse(false)) {
            column = column.unique();
        }
        table.add(column, scope.isKey(attribute));
        foreignKey(column, target.get(), join).ifPresent(table::add);
        return Optional.of(
                new Reference(
                        attribute.name(),
                        ClassNames.of(attribute.type()),
                        attribute.isOptional(),
                        target.get().className(),
                        column.name(),
                        scope.isKey(attribute)));
    }

    private static Optional<ForeignKey> foreignKey(
            Column column, Entity target, Optional<ClassAnnotation> join) {
        var constraint = join.flatMap(j -> j.annotation("foreignKey"));
        return constraint.flatMap(c -> c.constant("value")).stream()
                        .anyMatch("NO_CONSTRAINT"::equals)
                ? Optional.empty()
                : Optional.of(
                        ForeignKey.from(column.name())
                                .to(target.table())
                                .named(constraint.flatMap(c -> c.text("name")).orElse("")));
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

    private static boolean isNullable(
            Scope scope,
            Attribute attribute,
            ClassAnnotation annotation,
            Optional<ClassAnnotation> join) {
        boolean isDemanded =
                !annotation.truth("optional", true)
                        || join.map(j -> !j.truth("nullable", true)).orElse(false);
        return isDemanded ? scope.mayBeAbsent() : scope.isNullable(attribute);
    }
}
