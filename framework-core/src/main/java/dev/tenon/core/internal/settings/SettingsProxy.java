package dev.tenon.core.internal.settings;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.HostException;
import dev.tenon.core.internal.settings.SettingsReading.ByName;
import dev.tenon.core.internal.settings.SettingsReading.Values;
import dev.tenon.core.internal.settings.SettingsReading.Wrong;
import dev.tenon.core.internal.source.ValueType.Constant;
import dev.tenon.core.settings.Secret;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers the methods of a settings interface from values that were read once. */
final class SettingsProxy implements InvocationHandler {

    /** What stands behind the name of a method that has the parameter. */
    static final String NAMED = "(String)";

    /** The settings below any name. */
    private record Below(ByName reading, ClassLoader loader, Map<String, Object> known) {

        Object of(String key) {
            return known.computeIfAbsent(
                    requireNonNull(key, "name"), k -> SettingsProxy.of(reading.apply(k), loader));
        }

        @Override
        public String toString() {
            return known.toString();
        }
    }

    private final String name;
    private final Map<String, Object> values;
    private final Set<String> secret;

    private SettingsProxy(String name, Map<String, Object> values, Set<String> secret) {
        this.name = name;
        this.values = values;
        this.secret = secret;
    }

    /**
     * Returns an object of the interface that the values are for.
     *
     * @param loader the class loader of the interface
     */
    static Object of(Values values, ClassLoader loader) {
        var type = load(values.type().className(), loader);
        var loaded = new LinkedHashMap<String, Object>();
        values.byMethod().forEach((method, value) -> loaded.put(method, loaded(value, loader)));
        return Proxy.newProxyInstance(
                loader,
                new Class<?>[] {type},
                new SettingsProxy(type.getSimpleName(), loaded, values.secret()));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && isEqual(proxy, arguments[0]);
                case "hashCode" -> values.hashCode();
                default -> name + shown();
            };
        }
        if (arguments != null && values.get(method.getName() + NAMED) instanceof Below below) {
            return below.of((String) arguments[0]);
        }
        var value = values.get(method.getName());
        if (value instanceof Wrong wrong) {
            throw new HostException(wrong.problem());
        }
        return value;
    }

    private Map<String, Object> shown() {
        var shown = new LinkedHashMap<>(values);
        shown.replaceAll((method, value) -> secret.contains(method) ? Secret.MASK : value);
        return shown;
    }

    private boolean isEqual(Object proxy, @Nullable Object other) {
        return other != null
                && other.getClass() == proxy.getClass()
                && Proxy.getInvocationHandler(other) instanceof SettingsProxy settings
                && settings.values.equals(values);
    }

    /** Returns the value with the classes that it needs. */
    private static Object loaded(Object value, ClassLoader loader) {
        return switch (value) {
            case Values group -> of(group, loader);
            case ByName named -> new Below(named, loader, new ConcurrentHashMap<>());
            case Constant constant -> constant(constant, loader);
            case Optional<?> optional -> optional.map(v -> loaded(v, loader));
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<Object, Object>();
                map.forEach((key, v) -> all.put(key, loaded(v, loader)));
                yield Collections.unmodifiableMap(all);
            }
            case Set<?> set -> {
                var all = new LinkedHashSet<Object>();
                set.forEach(v -> all.add(loaded(v, loader)));
                yield Collections.unmodifiableSet(all);
            }
            case Collection<?> list -> list.stream().map(v -> loaded(v, loader)).toList();
            default -> value;
        };
    }

    private static Object constant(Constant constant, ClassLoader loader) {
        for (Object candidate : load(constant.className(), loader).getEnumConstants()) {
            if (((Enum<?>) candidate).name().equals(constant.name())) {
                return candidate;
            }
        }
        throw new LinkageError(
                constant.className() + " has no constant " + constant.name() + " any more.");
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("The class " + name + " is gone.", e);
        }
    }
}
