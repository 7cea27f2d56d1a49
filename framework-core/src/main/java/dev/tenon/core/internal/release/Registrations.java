package dev.tenon.core.internal.release;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of the JDK where objects of a plugin are held for the whole process, as far as they
 * can be looked into. They are named and not cleared: the host does not know what was there before.
 */
final class Registrations {

    private final ClassLoader loader;
    private final List<String> found = new ArrayList<>();

    private Registrations(ClassLoader loader) {
        this.loader = loader;
    }

    /** Returns the places that hold something of the class loader, with what they hold. */
    static List<String> of(ClassLoader loader) {
        var registrations = new Registrations(loader);
        registrations.look();
        return registrations.found;
    }

    private void look() {
        check(
                "Thread.setDefaultUncaughtExceptionHandler",
                Thread.getDefaultUncaughtExceptionHandler());
        check("System.setOut", System.out);
        check("System.setErr", System.err);
        check("System.setIn", System.in);
        check("Authenticator.setDefault", Authenticator.getDefault());
        check("ProxySelector.setDefault", ProxySelector.getDefault());
        check("CookieHandler.setDefault", CookieHandler.getDefault());
        check("ResponseCache.setDefault", ResponseCache.getDefault());
        Arrays.stream(Security.getProviders())
                .forEach(p -> check("Security.addProvider(" + p.getName() + ")", p));
        System.getProperties()
                .forEach((name, value) -> check("the system property " + name, value));
        if (isThere("java.logging")) {
            LogHandlers.each(this::check);
        }
        if (isThere("java.management")) {
            found.addAll(ManagedBeans.of(loader));
        }
    }

    private void check(String place, @Nullable Object held) {
        if (held != null && isOfPlugin(held)) {
            found.add(place + ", which holds " + nameOf(held));
        }
    }

    private boolean isOfPlugin(Object held) {
        return loader.equals(held)
                || loader.equals(
                        held instanceof Class<?> type
                                ? type.getClassLoader()
                                : held.getClass().getClassLoader());
    }

    private static String nameOf(Object held) {
        return switch (held) {
            case Class<?> type -> "the class " + type.getName();
            case ClassLoader _ -> "the class loader itself";
            default -> "an object of " + held.getClass().getName();
        };
    }

    /** Modules of the JDK that this one can do without may not be part of the running one. */
    private static boolean isThere(String module) {
        return ModuleLayer.boot()
                .findModule(module)
                .filter(Registrations.class.getModule()::canRead)
                .isPresent();
    }
}
