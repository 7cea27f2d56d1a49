package dev.tenon.database.internal.declare;

import dev.tenon.core.error.Problem;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Table;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads entities from their class files as tables. Used once for each module. */
final class EntityReader {

    /** What would have to be a table of its own, which is for the module to declare. */
    private static final List<String> UNSUPPORTED =
            Jakarta.persistence(
                    "AssociationOverride",
                    "AssociationOverrides",
                    "AttributeOverride",
                    "AttributeOverrides",
                    "Convert",
                    "Converts",
                    "ElementCollection",
                    "EmbeddedId",
                    "JoinColumns",
                    "JoinTable",
                    "ManyToMany",
                    "MapsId",
                    "OneToMany");

    private final ClassFiles classes;
    private final EntityFlaws flaws;
    private final Entities entities;
    private final AttributeColumns columns;
    private final References references;
    private final Deque<String> embedding = new ArrayDeque<>();

    /**
     * @param problems where what is wrong is added
     */
    EntityReader(ClassFiles classes, List<Problem> problems) {
        this.classes = classes;
        this.flaws = new EntityFlaws(problems);
        this.entities = new Entities(classes, flaws);
        this.columns = new AttributeColumns(classes, flaws);
        this.references = new References(entities, columns, flaws);
    }

    /** Returns the table of an entity, if its class can be read at all. */
    Optional<Table> read(String className) throws IOException {
        var entity = entities.find(className);
        if (entity.isEmpty()) {
            return Optional.empty();
        }
        var table =
                new TableOfEntity(entity.get().table(), Prefix.formerNames(entity.get().model()));
        read(entity.get(), entity.get().attributes(), Prefix.NONE, false, table);
        if (!table.hasKey()) {
            flaws.add(className, "It has no attribute with @Id.");
        }
        return Optional.of(new TableAnnotation(entity.get(), flaws).on(table.made()));
    }

    private void read(
            Entity entity,
            List<Attribute> attributes,
            Prefix prefix,
            boolean mayBeAbsent,
            TableOfEntity table)
            throws IOException {
        for (Attribute attribute : attributes) {
            var unsupported = UNSUPPORTED.stream().filter(attribute::has).findFirst();
            if (unsupported.isPresent()) {
                flaws.add(
                        entity,
                        attribute,
                        "has @"
                                + ClassNames.simple(unsupported.get())
                                + ", which is not supported.");
            } else if (References.isOne(attribute)) {
                references.add(entity, attribute, prefix, mayBeAbsent, table);
            } else if (isEmbedded(attribute)) {
                embed(entity, attribute, prefix, mayBeAbsent, table);
            } else {
                table.add(
                        columns.column(entity, attribute, prefix, mayBeAbsent),
                        attribute.has(Jakarta.ID));
                attribute.annotation(Jakarta.COLUMN).stream()
                        .flatMap(c -> c.nested("check").stream())
                        .forEach(check -> table.add(checkOf(check)));
            }
        }
    }

    static Check checkOf(ClassAnnotation check) {
        return new Check(check.text("name").orElse(""), check.text("constraint").orElse(""));
    }

    private boolean isEmbedded(Attribute attribute) throws IOException {
        return attribute.has(Jakarta.EMBEDDED)
                || embeddable(attribute)
                        .filter(m -> ClassAnnotation.isOn(m, Jakarta.EMBEDDABLE))
                        .isPresent();
    }

    private Optional<ClassModel> embeddable(Attribute attribute) throws IOException {
        return attribute.type().isClassOrInterface()
                ? classes.find(ClassNames.of(attribute.type()))
                : Optional.empty();
    }

    private void embed(
            Entity entity,
            Attribute attribute,
            Prefix prefix,
            boolean mayBeAbsent,
            TableOfEntity table)
            throws IOException {
        var model = embeddable(attribute);
        var type = ClassNames.of(attribute.type());
        if (model.isEmpty() || !ClassAnnotation.isOn(model.get(), Jakarta.EMBEDDABLE)) {
            flaws.add(
                    entity,
                    attribute,
                    "is embedded, but " + type + " has no annotation @Embeddable.");
        } else if (!Prefix.formerNames(model.get()).isEmpty()) {
            flaws.add(
                    entity,
                    attribute,
                    "is a " + type + " with @RenamedFrom, but what is embedded has no table.");
        } else if (embedding.contains(type)) {
            flaws.add(entity, attribute, "is a " + type + " within another: it has no end.");
        } else {
            embedding.push(type);
            read(
                    entities.within(entity, type, model.get()),
                    Attribute.of(model.get()),
                    prefix.with(attribute),
                    mayBeAbsent || Nullness.isNullable(attribute, entity.isNullMarked()),
                    table);
            embedding.pop();
        }
    }
}
