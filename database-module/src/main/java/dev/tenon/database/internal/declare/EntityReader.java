package dev.tenon.database.internal.declare;

import dev.tenon.core.error.Problem;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.EntityMapping;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads entities from their class files. Used once for each module. */
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
                    "JoinColumns",
                    "JoinTable",
                    "ManyToMany",
                    "MapsId",
                    "OneToMany",
                    "OrderBy");

    /** What says something of the entity as a whole. */
    private static final List<String> OF_ENTITIES_ALONE =
            List.of(Jakarta.ID, Jakarta.EMBEDDED_ID, Jakarta.VERSION);

    private final ClassFiles classes;
    private final EntityFlaws flaws;
    private final Entities entities;
    private final AttributeColumns columns;
    private final References references;
    private final ElementTables elements;
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
        this.elements = new ElementTables(columns, flaws);
    }

    /** Returns an entity, if its class can be read at all. */
    Optional<ReadEntity> read(String className) throws IOException {
        var found = entities.find(className);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var entity = found.get();
        var table = new TableOfEntity(entity.table(), Prefix.formerNames(entity.model()));
        var attributes = read(Scope.of(entity), entity.attributes(), table);
        KeyRules.check(entity, flaws);
        VersionRules.check(entity, flaws);
        return Optional.of(
                new ReadEntity(
                        new EntityMapping(className, entity.name(), entity.table(), attributes),
                        TableAnnotation.of(entity, flaws).on(table.made()),
                        table.collections()));
    }

    private List<AttributeMapping> read(
            Scope scope, List<Attribute> attributes, TableOfEntity table) throws IOException {
        var mappings = new ArrayList<AttributeMapping>();
        for (Attribute attribute : attributes) {
            mapping(scope, attribute, table).ifPresent(mappings::add);
        }
        return mappings;
    }

    private Optional<? extends AttributeMapping> mapping(
            Scope scope, Attribute attribute, TableOfEntity table) throws IOException {
        var unsupported = UNSUPPORTED.stream().filter(attribute::has).findFirst();
        if (unsupported.isPresent()) {
            flaws.add(
                    scope.entity(),
                    attribute,
                    "has @" + ClassNames.simple(unsupported.get()) + ", which is not supported.");
            return Optional.empty();
        }
        if (References.isOne(attribute)) {
            return references.add(scope, attribute, table);
        }
        if (attribute.has(Jakarta.ELEMENT_COLLECTION)) {
            return elements.add(scope, attribute, table);
        }
        if (isEmbedded(attribute)) {
            return embed(scope, attribute, table);
        }
        var column = columns.column(scope, attribute);
        table.add(column, scope.isKey(attribute));
        AttributeColumns.checks(attribute).forEach(table::add);
        return Optional.of(AttributeColumns.basic(scope, attribute, column));
    }

    private boolean isEmbedded(Attribute attribute) throws IOException {
        return attribute.has(Jakarta.EMBEDDED)
                || attribute.has(Jakarta.EMBEDDED_ID)
                || embeddable(attribute)
                        .filter(m -> ClassAnnotation.isOn(m, Jakarta.EMBEDDABLE))
                        .isPresent();
    }

    private Optional<ClassModel> embeddable(Attribute attribute) throws IOException {
        return attribute.type().isClassOrInterface()
                ? classes.find(ClassNames.of(attribute.type()))
                : Optional.empty();
    }

    private Optional<Embedded> embed(Scope scope, Attribute attribute, TableOfEntity table)
            throws IOException {
        var model = embeddable(attribute);
        var type = ClassNames.of(attribute.type());
        var flaw = flaw(attribute, model, type);
        if (flaw.isPresent()) {
            flaws.add(scope.entity(), attribute, flaw.get());
            return Optional.empty();
        }
        var embedded = entities.within(scope.entity(), type, model.orElseThrow());
        checkEmbedded(embedded);
        embedding.push(type);
        var attributes = read(scope.within(attribute, embedded), embedded.attributes(), table);
        embedding.pop();
        return Optional.of(
                new Embedded(attribute.name(), type, attribute.isOptional(), attributes));
    }

    private Optional<String> flaw(Attribute attribute, Optional<ClassModel> model, String type) {
        if (model.isEmpty() || !ClassAnnotation.isOn(model.get(), Jakarta.EMBEDDABLE)) {
            return Optional.of("is embedded, but " + type + " has no annotation @Embeddable.");
        }
        if (attribute.has(Jakarta.ID)) {
            return Optional.of("has @Id, but is a " + type + ": such a key has @EmbeddedId.");
        }
        if (!Prefix.formerNames(model.get()).isEmpty()) {
            return Optional.of(
                    "is a " + type + " with @RenamedFrom, but what is embedded has no table.");
        }
        if (Attribute.of(model.get()).isEmpty()) {
            return Optional.of("is a " + type + ", which has no attributes.");
        }
        return embedding.contains(type)
                ? Optional.of("is a " + type + " within another: it has no end.")
                : Optional.empty();
    }

    private void checkEmbedded(Entity embedded) {
        for (Attribute attribute : embedded.attributes()) {
            OF_ENTITIES_ALONE.stream()
                    .filter(attribute::has)
                    .forEach(annotation ->
                            flaws.add(
                                    embedded,
                                    attribute,
                                    "has @"
                                            + ClassNames.simple(annotation)
                                            + ", but is embedded: only the entity itself has it."));
        }
    }
}
