package dev.tenon.crud.internal.entity;

import dev.tenon.crud.internal.value.DeclaredColumns;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.AttributeMapping.EnumForm;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import dev.tenon.database.mapping.EntityMapping;
import dev.tenon.database.mapping.MappedDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a module that runs, each linked with its class when it is first used. Safe for
 * use by many threads.
 */
public final class Entities {

    private final Map<String, EntityMapping> mappings = new HashMap<>();
    private final Map<String, EntityAccess> linked = new ConcurrentHashMap<>();
    private final Map<Class<?>, Slots> byClass = new ConcurrentHashMap<>();
    private final Dialect dialect;
    private final DeclaredColumns declared;
    private final ClassLoader loader;

    /**
     * Makes those of a database.
     *
     * @param module the module, whose packages are open to this one
     */
    public Entities(MappedDatabase database, Module module) {
        database.entities().forEach(e -> mappings.put(e.className(), e));
        dialect = database.dialect();
        declared = new DeclaredColumns(database.declared());
        loader = module.getClassLoader();
    }

    /** Returns the entity of a class, or nothing if the module does not declare it. */
    public Optional<EntityAccess> find(Class<?> type) {
        var mapping = mappings.get(type.getName());
        return mapping == null || !loader.equals(type.getClassLoader())
                ? Optional.empty()
                : Optional.of(of(type.getName()));
    }

    /**
     * Returns the entity of the class of this name.
     *
     * @throws IllegalArgumentException if the module does not declare it
     */
    public EntityAccess of(String className) {
        var known = linked.get(className);
        if (known != null) {
            return known;
        }
        var mapping = mappings.get(className);
        if (mapping == null) {
            throw new IllegalArgumentException(className + " is no entity of the module.");
        }
        // Not computed within the map: an entity can refer to itself.
        var made = link(mapping);
        var before = linked.putIfAbsent(className, made);
        return before == null ? made : before;
    }

    /**
     * Returns the value of an attribute of an object that is embedded in an entity.
     *
     * @param path its name, with dots where it is in another one
     * @throws IllegalArgumentException if there is no such attribute, or nothing like the object is
     *     embedded in an entity of the module
     */
    public @Nullable Object embeddedValue(Object embedded, String path) {
        if (!byClass.containsKey(embedded.getClass())) {
            mappings.keySet().forEach(this::of);
        }
        var slots = byClass.get(embedded.getClass());
        if (slots == null) {
            throw new IllegalArgumentException(
                    embedded.getClass().getName() + " is embedded in no entity of the module.");
        }
        return slots.value(embedded, path);
    }

    private EntityAccess link(EntityMapping mapping) {
        var type = TypeNames.load(mapping.className(), loader);
        var layout = Layout.of(mapping);
        return new EntityAccess(
                mapping,
                type,
                slots(mapping.table(), type, mapping.attributes()),
                layout,
                new EntityStatements(mapping, layout, dialect));
    }

    private Slots slots(String table, Class<?> type, List<AttributeMapping> attributes) {
        var all = new ArrayList<Slot>();
        var areOptional = new boolean[attributes.size()];
        for (var attribute : attributes) {
            areOptional[all.size()] = isOptional(attribute);
            all.add(slot(table, type, attribute));
        }
        var names = attributes.stream().map(AttributeMapping::name).toList();
        var made = new Slots(ObjectShape.of(type, names), names, all, areOptional);
        byClass.put(type, made);
        return made;
    }

    private static boolean isOptional(AttributeMapping attribute) {
        return switch (attribute) {
            case Basic b -> b.isOptional();
            case Reference r -> r.isOptional();
            case Embedded e -> e.isOptional();
            case Elements _ -> false;
        };
    }

    private Slot slot(String table, Class<?> owner, AttributeMapping attribute) {
        return switch (attribute) {
            case Basic b -> new ValueSlot(form(table, b.column(), b.type(), b.enumForm()));
            case Reference r when r.isKeyAlone() ->
                    new ValueSlot(form(table, r.column(), r.type(), EnumForm.NONE));
            case Reference r ->
                    new ReferenceSlot(
                            "The attribute " + r.name() + " of " + owner.getName(),
                            () -> of(r.target()));
            case Embedded e ->
                    new EmbeddedSlot(
                            slots(table, TypeNames.load(e.className(), loader), e.attributes()));
            case Elements e ->
                    new ElementsSlot(
                            e.collectionType().equals("java.util.Set"),
                            form(e.table(), e.column(), e.elementType(), e.enumForm()),
                            ElementStatements.of(e, dialect));
        };
    }

    private ValueForm form(String table, String column, String type, EnumForm form) {
        var loaded = TypeNames.load(type, loader);
        return declared.decimal(table, column)
                .<ValueForm>map(decimal -> new ValueForm.Exact(loaded, decimal))
                .orElseGet(() -> ValueForm.of(loaded, form));
    }
}
