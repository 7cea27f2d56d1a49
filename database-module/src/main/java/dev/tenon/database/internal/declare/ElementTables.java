package dev.tenon.database.internal.declare;

import dev.tenon.database.mapping.AttributeMapping.Elements;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Makes tables of collections of values, with a row for each value. Jakarta Persistence (3.2,
 * section 2.7) leaves a collection that is no set without a key and without an order, unless there
 * is {@code @OrderColumn}: here its values have their places always.
 */
final class ElementTables {

    private static final String SET = "java.util.Set";
    private static final List<String> COLLECTIONS =
            List.of(SET, "java.util.List", "java.util.Collection");

    /** What says something of one value. */
    private static final List<String> OF_ONE_VALUE =
            List.of(Jakarta.ID, Jakarta.EMBEDDED_ID, Jakarta.VERSION, Jakarta.GENERATED_VALUE);

    private final AttributeColumns columns;
    private final EntityFlaws flaws;

    ElementTables(AttributeColumns columns, EntityFlaws flaws) {
        this.columns = columns;
        this.flaws = flaws;
    }

    /**
     * Adds the table of a collection.
     *
     * @return how the collection stands there, if it can
     */
    Optional<Elements> add(Scope scope, Attribute attribute, TableOfEntity entityTable)
            throws IOException {
        var entity = scope.entity();
        var flaw = flaw(scope, attribute);
        if (flaw.isPresent()) {
            flaws.add(entity, attribute, flaw.get());
            return Optional.empty();
        }
        var prefix = Prefix.of(entity);
        var element = attribute.element().orElseThrow();
        var annotation = attribute.annotation(Jakarta.COLLECTION_TABLE);
        var own = ClassNames.snakeCase(attribute.name());
        var owner = owner(entity, attribute, prefix);
        // Like a key, a value is never missing.
        var value = columns.column(new Scope(entity, Prefix.NONE, false, true), element);
        var position = position(entity, attribute);
        var table =
                Table.named(
                                annotation
                                        .flatMap(a -> a.text("name"))
                                        .orElseGet(() -> prefix.text() + own))
                        .renamedFrom(prefix.former(own, attribute))
                        .columns(owner);
        for (Column column : position.stream().toList()) {
            table = table.columns(column);
        }
        table =
                table.columns(value)
                        .primaryKey(owner.name(), position.orElse(value).name())
                        .foreignKey(
                                ForeignKey.from(owner.name())
                                        .to(entity.table())
                                        .onDelete(ReferentialAction.CASCADE));
        for (var check : AttributeColumns.checks(element)) {
            table = table.check(check);
        }
        entityTable.add(TableAnnotation.of(entity, attribute, flaws).on(table));
        return Optional.of(
                new Elements(
                        attribute.name(),
                        ClassNames.of(attribute.type()),
                        ClassNames.of(element.type()),
                        AttributeType.enumForm(element),
                        table.name(),
                        owner.name(),
                        value.name(),
                        position.map(Column::name)));
    }

    private static Optional<String> flaw(Scope scope, Attribute attribute) {
        if (!COLLECTIONS.contains(ClassNames.of(attribute.type()))
                || attribute.element().isEmpty()) {
            return Optional.of(
                    "has @ElementCollection, but is no Set, List or Collection of a class that is"
                            + " named in angle brackets.");
        }
        if (scope.isEmbedded()) {
            return Optional.of(
                    "is a collection in what is embedded, which is not supported: move it to the"
                            + " entity.");
        }
        if (!hasOneKeyColumn(scope.entity())) {
            return Optional.of("is a collection, which needs an entity with one @Id.");
        }
        if (isSet(attribute) && attribute.has(Jakarta.ORDER_COLUMN)) {
            return Optional.of("has @OrderColumn, but a set has no order: make it a List.");
        }
        return OF_ONE_VALUE.stream()
                .filter(attribute::has)
                .findFirst()
                .map(wrong ->
                        "has @"
                                + ClassNames.simple(wrong)
                                + ", which is for one value, and is a collection.");
    }

    private static boolean hasOneKeyColumn(Entity entity) {
        var ids = entity.ids();
        return ids.size() == 1 && !References.isOne(ids.getFirst());
    }

    private static boolean isSet(Attribute attribute) {
        return ClassNames.of(attribute.type()).equals(SET);
    }

    /** Returns the column that holds the key of the entity. */
    private Column owner(Entity entity, Attribute attribute, Prefix prefix) throws IOException {
        var key = entity.ids().getFirst();
        var id = columns.column(Scope.of(entity), key);
        var joins =
                attribute.annotation(Jakarta.COLLECTION_TABLE).stream()
                        .flatMap(a -> a.nested("joinColumns").stream())
                        .toList();
        if (joins.size() > 1) {
            flaws.add(
                    entity,
                    attribute,
                    "has more than one of joinColumns, but the key of the entity is one column.");
        }
        for (ClassAnnotation join : joins) {
            columns.checkJoin(entity, attribute, join, id);
            if (join.annotation("foreignKey").isPresent()) {
                flaws.add(
                        entity,
                        attribute,
                        "has the element foreignKey, which is not supported: its foreign key is"
                                + " always there.");
            }
        }
        return Column.of(
                        joins.stream()
                                .findFirst()
                                .flatMap(join -> join.text("name"))
                                .orElseGet(() -> prefix.text() + id.name()),
                        id.type())
                .renamedFrom(prefix.former(id.name(), key));
    }

    /** Returns the column that holds the place of a value, if the collection has an order. */
    private Optional<Column> position(Entity entity, Attribute attribute) {
        if (isSet(attribute)) {
            return Optional.empty();
        }
        var annotation = attribute.annotation(Jakarta.ORDER_COLUMN);
        annotation.ifPresent(order -> columns.checkElements(entity, attribute, order));
        var own = ClassNames.snakeCase(attribute.name()) + "_order";
        var former =
                Prefix.formerNames(attribute.annotated()).stream()
                        .map(name -> name + "_order")
                        .toArray(String[]::new);
        return Optional.of(
                Column.of(annotation.flatMap(o -> o.text("name")).orElse(own), Plain.INTEGER)
                        .renamedFrom(former));
    }
}
