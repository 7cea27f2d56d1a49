package dev.tenon.database.internal.engine;

import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The engines that there are.
 *
 * @param all in the order in which they are asked whether they take an address
 */
public record Engines(List<Engine> all) {

    /** Returns those that the module path provides. */
    public static Engines provided() {
        var layer = Engines.class.getModule().getLayer();
        var found =
                layer == null
                        ? ServiceLoader.load(Engine.class, Engines.class.getClassLoader())
                        : ServiceLoader.load(layer, Engine.class);
        return new Engines(found.stream().map(ServiceLoader.Provider::get).toList());
    }

    /**
     * Returns the engine that the option {@code engine} names, else the one that takes the address.
     *
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-009} if there is none
     */
    public Engine of(StoreSettings settings) {
        var named = settings.option("engine");
        return first(e -> named.map(e.name()::equalsIgnoreCase).orElse(e.takes(settings.url())))
                .orElseThrow(() ->
                        new Failures(settings.database())
                                .of(
                                        DatabaseError.NO_ENGINE,
                                        named.map(name -> "There is no engine " + name + ".")
                                                .orElse(
                                                        "No engine takes an address that begins"
                                                                + " with "
                                                                + scheme(settings.url())
                                                                + "."),
                                        "The engines are " + names() + "."));
    }

    private Optional<Engine> first(Predicate<Engine> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    private String names() {
        return all.stream().map(Engine::name).sorted().collect(Collectors.joining(", "));
    }

    /** Returns the address up to what may be secret in it. */
    private static String scheme(String url) {
        int end = url.indexOf("//");
        return end >= 0 ? url.substring(0, end) : url.replaceFirst("^(jdbc:[^:]*:).*", "$1");
    }
}
