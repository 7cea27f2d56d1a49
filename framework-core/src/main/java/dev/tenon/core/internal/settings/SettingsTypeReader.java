package dev.tenon.core.internal.settings;

import dev.tenon.core.internal.content.ClassAnnotations;
import dev.tenon.core.internal.settings.SettingsType.Group;
import dev.tenon.core.internal.settings.SettingsType.Keyed;
import dev.tenon.core.internal.settings.SettingsType.Many;
import dev.tenon.core.internal.settings.SettingsType.Named;
import dev.tenon.core.internal.settings.SettingsType.One;
import dev.tenon.core.internal.settings.SettingsType.Property;
import dev.tenon.core.internal.settings.SettingsType.Shape;
import dev.tenon.core.settings.Setting;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.Signature.TypeArg;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads an interface of settings from its class file. Used once. */
public final class SettingsTypeReader {

    /** The class files of one module. */
    @FunctionalInterface
    public interface ClassFiles {
        /** Returns the class of the given binary name, or nothing if the module has none. */
        Optional<ClassModel> find(String binaryName) throws IOException;
    }

    /**
     * What was read.
     *
     * @param type the interface, without the methods that cannot be settings
     * @param flaws what is wrong with it, as sentences
     */
    public record Outcome(SettingsType type, List<String> flaws) {
        public Outcome {
            flaws = List.copyOf(flaws);
        }
    }

    private final ClassFiles content;
    private final ValueTypeReader values;
    private final List<String> flaws = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();

    public SettingsTypeReader(ClassFiles content) {
        this.content = content;
        this.values = new ValueTypeReader(content, flaws);
    }

    /**
     * Reads an interface.
     *
     * @throws IllegalArgumentException if a class file is damaged
     */
    public Outcome read(String className) throws IOException {
        return new Outcome(type(className), flaws);
    }

    private SettingsType type(String className) throws IOException {
        var properties = new ArrayList<Property>();
        var model = content.find(className);
        if (model.isEmpty()) {
            flaws.add("The module has no class " + className + ".");
        } else if (!model.get().flags().has(AccessFlag.INTERFACE)) {
            flaws.add(className + " is not an interface.");
        } else if (open.contains(className)) {
            flaws.add(className + " holds itself, so that it would have no end.");
        } else {
            open.push(className);
            addAll(model.get(), className, properties, new HashSet<>(Set.of(className)));
            open.pop();
        }
        return new SettingsType(className, properties);
    }

    private void addAll(
            ClassModel model, String className, List<Property> properties, Set<String> seen)
            throws IOException {
        // Nested classes have their own flags in the attribute InnerClasses.
        if (!isPublic(model)) {
            flaws.add(className + " is not public.");
        }
        for (var parent : model.interfaces()) {
            var name = nameOf(parent.asSymbol());
            if (!seen.add(name)) {
                continue;
            }
            var inherited = content.find(name);
            if (inherited.isPresent()) {
                addAll(inherited.get(), name, properties, seen);
            } else {
                flaws.add(className + " extends " + name + ", which is not in the module.");
            }
        }
        for (MethodModel method : model.methods()) {
            if (isInherited(method)) {
                // As in Java, a method stands for those of the same name that it overrides.
                properties.removeIf(p -> p.method().equals(keyOf(method)));
            }
            if (method.flags().has(AccessFlag.ABSTRACT)) {
                add(method, className, properties);
            }
        }
    }

    private static boolean isInherited(MethodModel method) {
        return !method.flags().has(AccessFlag.STATIC)
                && !method.flags().has(AccessFlag.PRIVATE)
                && method.methodTypeSymbol().parameterCount() <= 1;
    }

    private static boolean isPublic(ClassModel model) {
        var self = model.thisClass();
        return model.findAttribute(Attributes.innerClasses())
                .flatMap(inner ->
                        inner.classes().stream()
                                .filter(c -> c.innerClass().equals(self))
                                .findFirst())
                .map(c -> c.has(AccessFlag.PUBLIC))
                .orElseGet(() -> model.flags().has(AccessFlag.PUBLIC));
    }

    private void add(MethodModel method, String className, List<Property> properties)
            throws IOException {
        var name = method.methodName().stringValue();
        var place = simple(className) + "." + name + "()";
        var parameters = method.methodTypeSymbol().parameterList();
        var isNamed = parameters.equals(List.of(ConstantDescs.CD_String));
        if (!parameters.isEmpty() && !isNamed) {
            flaws.add(place + " has parameters other than one String.");
            return;
        }
        var signature =
                method.findAttribute(Attributes.signature())
                        .map(a -> a.asMethodSignature().result())
                        .orElseGet(() -> Signature.of(method.methodTypeSymbol().returnType()));
        var shape = isNamed ? named(signature, place) : shape(signature, method, place);
        if (shape.isPresent()) {
            properties.add(
                    new Property(
                            keyOf(method),
                            element(method, "name").orElse(hyphenated(name)),
                            withSoundDefault(shape.get(), place)));
        }
    }

    /** Returns the name of the method, with its parameter if it has one. */
    private static String keyOf(MethodModel method) {
        var name = method.methodName().stringValue();
        return method.methodTypeSymbol().parameterCount() > 0 ? name + SettingsProxy.NAMED : name;
    }

    private Optional<Shape> named(Signature signature, String place) throws IOException {
        if (signature instanceof ClassTypeSig type && isInterface(nameOf(type.classDesc()))) {
            return Optional.of(new Named(new Group(type(nameOf(type.classDesc())))));
        }
        flaws.add(place + " has a parameter, and returns no interface of settings in the module.");
        return Optional.empty();
    }

    private Optional<Shape> shape(Signature signature, MethodModel method, String place)
            throws IOException {
        if (signature instanceof ClassTypeSig type && !type.typeArgs().isEmpty()) {
            return switch (nameOf(type.classDesc())) {
                case "java.util.Optional" ->
                        argument(type, 0, place)
                                .flatMap(t -> one(t, true, method, place))
                                .map(one -> one);
                case "java.util.List" -> many(type, false, method, place);
                case "java.util.Set" -> many(type, true, method, place);
                case "java.util.Map" -> keyed(type, method, place);
                default -> unsupported(type, place);
            };
        }
        if (signature instanceof ClassTypeSig type && isInterface(nameOf(type.classDesc()))) {
            return Optional.of(new Group(type(nameOf(type.classDesc()))));
        }
        return one(signature, false, method, place).map(one -> one);
    }

    private Optional<Shape> many(
            ClassTypeSig type, boolean isSet, MethodModel method, String place) {
        return argument(type, 0, place)
                .flatMap(t -> one(t, true, method, place))
                .map(element -> new Many(element, isSet));
    }

    private Optional<Shape> keyed(ClassTypeSig type, MethodModel method, String place)
            throws IOException {
        var key = argument(type, 0, place);
        var value = argument(type, 1, place);
        if (key.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        if (!key.get().signatureString().equals("Ljava/lang/String;")) {
            return unsupported(type, place);
        }
        if (value.get() instanceof ClassTypeSig nested && isInterface(nameOf(nested.classDesc()))) {
            return Optional.of(new Keyed(new Group(type(nameOf(nested.classDesc())))));
        }
        return one(value.get(), false, method, place).map(Keyed::new);
    }

    private boolean isInterface(String className) throws IOException {
        return content.find(className).filter(m -> m.flags().has(AccessFlag.INTERFACE)).isPresent();
    }

    private Optional<Signature> argument(ClassTypeSig type, int index, String place) {
        if (type.typeArgs().get(index) instanceof TypeArg.Bounded bounded
                && bounded.wildcardIndicator() == TypeArg.Bounded.WildcardIndicator.NONE) {
            return Optional.of(bounded.boundType());
        }
        return unsupported(type, place);
    }

    private Optional<One> one(
            Signature signature, boolean isOptional, MethodModel method, String place) {
        var type = values.of(signature);
        if (type.isEmpty()) {
            return unsupported(signature, place);
        }
        var one =
                new One(
                        type.get(),
                        isOptional,
                        element(method, "defaultValue"),
                        new Limits(
                                element(method, "min").orElse(""),
                                element(method, "max").orElse(""),
                                element(method, "pattern").orElse("")),
                        element(method, "description").orElse(""),
                        ClassAnnotations.stringElements(method, Setting.class, "aliases"));
        try {
            one.limits().check(one.type());
        } catch (IllegalArgumentException e) {
            flaws.add("The limits of " + place + " cannot be used: " + e.getMessage() + ".");
            return Optional.empty();
        }
        return Optional.of(one);
    }

    private Shape withSoundDefault(Shape shape, String place) {
        var texts =
                switch (shape) {
                    case One one -> one.defaultValue().stream().toList();
                    case Many many -> many.defaults();
                    case Keyed _, Group _, Named _ -> List.<String>of();
                };
        var one = shape instanceof Many many ? many.element() : shape;
        for (String text : texts) {
            try {
                var _ = ((One) one).convert(text);
            } catch (IllegalArgumentException e) {
                flaws.add(
                        "The default '" + text + "' of " + place + " is wrong. " + e.getMessage());
            }
        }
        return shape;
    }

    private <T> Optional<T> unsupported(Signature type, String place) {
        flaws.add(
                place
                        + " returns "
                        + type.signatureString()
                                .replaceAll("[;>]+$", "")
                                .replaceAll("^L", "")
                                .replaceAll("<L", "<")
                                .replace(";L", ", ")
                                .replace('/', '.')
                        + ", which a setting cannot be.");
        return Optional.empty();
    }

    private static Optional<String> element(MethodModel method, String element) {
        return ClassAnnotations.stringElement(method, Setting.class, element)
                .filter(text -> !text.isEmpty());
    }

    /** {@code maxPageSize} is {@code max-page-size}. */
    private static String hyphenated(String method) {
        return method.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    static String nameOf(ClassDesc type) {
        var descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }

    private static String simple(String className) {
        return className.substring(
                Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
