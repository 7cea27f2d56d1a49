package dev.tenon.database.internal.declare;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entities of one module by their class names; each is read, and complained of, once. */
final class Entities {

    /** What would be a table of its own, or another form of one, which is not supported. */
    private static final List<String> UNSUPPORTED =
            Jakarta.persistence(
                    "AssociationOverride",
                    "AssociationOverrides",
                    "AttributeOverride",
                    "AttributeOverrides",
                    "Convert",
                    "Converts",
                    "DiscriminatorColumn",
                    "Inheritance",
                    "SecondaryTable",
                    "SecondaryTables");

    private final ClassFiles classes;
    private final NullMarks marks;
    private final EntityFlaws flaws;
    private final Map<String, Optional<Entity>> read = new HashMap<>();

    Entities(ClassFiles classes, EntityFlaws flaws) {
        this.classes = classes;
        this.marks = new NullMarks(classes);
        this.flaws = flaws;
    }

    /** Returns the entity of the given class, if the module has that class. */
    Optional<Entity> find(String className) throws IOException {
        var known = read.get(className);
        if (known != null) {
            return known;
        }
        var model = classes.find(className);
        var entity = Optional.<Entity>empty();
        if (model.isEmpty()) {
            flaws.add(className, "The module has no such class.");
        } else {
            check(className, model.get());
            entity = Optional.of(new Entity(className, model.get(), marks.holdFor(className)));
        }
        read.put(className, entity);
        return entity;
    }

    /** Returns the entity as far as it consists of an embedded class. */
    Entity within(Entity entity, String className, ClassModel embedded) throws IOException {
        return new Entity(entity.className(), embedded, marks.holdFor(className));
    }

    private void check(String className, ClassModel model) {
        if (!ClassAnnotation.isOn(model, Jakarta.ENTITY)) {
            flaws.add(className, "It has no annotation @Entity.");
        }
        if (model.flags().has(AccessFlag.ABSTRACT)) {
            flaws.add(className, "It is abstract.");
        }
        var parent = model.superclass().map(s -> s.asInternalName()).orElse("java/lang/Object");
        if (!parent.equals("java/lang/Object") && !parent.equals("java/lang/Record")) {
            flaws.add(
                    className,
                    "It extends " + parent.replace('/', '.') + ": an entity stands alone.");
        }
        UNSUPPORTED.stream()
                .filter(annotation -> ClassAnnotation.isOn(model, annotation))
                .forEach(annotation ->
                        flaws.add(
                                className,
                                "It has @"
                                        + ClassNames.simple(annotation)
                                        + ", which is not supported."));
        if (!parent.equals("java/lang/Record")) {
            checkMethods(className, model);
        }
    }

    /** The accessors of a record have the annotations of its components; other methods mean it. */
    private void checkMethods(String className, ClassModel model) {
        for (var method : model.methods()) {
            Jakarta.OF_ATTRIBUTES.stream()
                    .filter(annotation -> ClassAnnotation.isOn(method, annotation))
                    .findFirst()
                    .ifPresent(annotation ->
                            flaws.add(
                                    className,
                                    "Its method "
                                            + method.methodName().stringValue()
                                            + " has @"
                                            + ClassNames.simple(annotation)
                                            + ", which is read from fields only."));
        }
    }
}
