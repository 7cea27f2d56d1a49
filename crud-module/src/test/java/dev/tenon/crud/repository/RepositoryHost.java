package dev.tenon.crud.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * A host with one plugin that has repositories. The plugin runs what a test wants to know of them
 * itself, since its entities and repositories are its own: methods of its class {@code Main}, which
 * throw an {@code AssertionError} if they find something else.
 */
final class RepositoryHost implements AutoCloseable {

    static final String IMPORTS =
            """
            import dev.tenon.core.*;
            import dev.tenon.core.service.*;
            import dev.tenon.database.*;
            import jakarta.data.*;
            import jakarta.data.exceptions.*;
            import jakarta.data.page.*;
            import jakarta.data.repository.*;
            import jakarta.enterprise.context.*;
            import jakarta.inject.*;
            import jakarta.persistence.*;
            import jakarta.transaction.Transactional;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.stream.*;
            import jakarta.data.repository.OrderBy;
            import jakarta.data.repository.Query;
            import jakarta.data.exceptions.EntityExistsException;
            import jakarta.data.exceptions.NonUniqueResultException;
            import dev.tenon.core.Module;
            """;

    private static final String MAIN =
            """
            package sample.shop; %1$s
            @Database(name = "shop", entities = {%2$s})
            public class Main implements ModulePlugin {
                private ModuleContext context;
                @Override public void start(ModuleContext context) {
                    this.context = context;
                    context.services().offer(ServiceKey.of(java.util.function.Function.class, "shop.test"),
                            (java.util.function.Function<String, String>) this::run);
                }
                private String run(String test) {
                    try {
                        getClass().getDeclaredMethod(test).invoke(this);
                        return "";
                    } catch (ReflectiveOperationException e) {
                        var text = new java.io.StringWriter();
                        (e.getCause() == null ? e : e.getCause())
                                .printStackTrace(new java.io.PrintWriter(text));
                        return text.toString();
                    }
                }
                static void same(Object expected, Object found) {
                    if (!Objects.equals(expected, found)) {
                        throw new AssertionError("expected " + expected + " and found " + found);
                    }
                }
                static <T extends Throwable> T thrown(Class<T> type, Callable<?> action) {
                    try {
                        var value = action.call();
                        throw new AssertionError("nothing thrown, but returned " + value);
                    } catch (Throwable t) {
                        if (type.isInstance(t)) {
                            return type.cast(t);
                        }
                        throw new AssertionError("another one", t);
                    }
                }
                <T> T bean(Class<T> type) {
                    return context.beans().select(type).get();
                }
                %3$s
            }
            """;

    private final Host host;

    private RepositoryHost(Host host) {
        this.host = host;
    }

    /**
     * Returns the plugin {@code sample.shop}.
     *
     * @param entities what its database declares
     * @param members of its class {@code Main}
     * @param types other classes and interfaces, each in a text that begins with its name and a
     *     colon
     */
    static PluginSource plugin(String entities, String members, String... types) {
        var plugin =
                PluginSource.module("sample.shop", "1.0")
                        .descriptor(
                                """
                                requires dev.tenon.crud;
                                provides dev.tenon.core.ModulePlugin with sample.shop.Main;
                                """)
                        .source("sample.shop.Main", MAIN.formatted(IMPORTS, entities, members));
        for (var type : types) {
            int colon = type.indexOf(':');
            plugin.source(
                    "sample.shop." + type.substring(0, colon).strip(),
                    "package sample.shop; " + IMPORTS + type.substring(colon + 1));
        }
        return plugin;
    }

    /** Starts a host with the plugin, which has to start. */
    static RepositoryHost start(RealEngine engine, Path folder, PluginSource plugin)
            throws SQLException {
        var _ = plugin.jar(folder.resolve("plugins").resolve("shop.jar"));
        var builder =
                Host.builder()
                        .plugins(folder.resolve("plugins"))
                        .setting("tenon.database.path", folder.resolve("data").toString());
        engine.newDatabase("shop", folder).forEach(builder::setting);
        var host = builder.start();
        assertThat(host.module("sample.shop").state())
                .as("%s", host.module("sample.shop").error())
                .isEqualTo(ModuleState.STARTED);
        return new RepositoryHost(host);
    }

    /** Runs a method of the plugin's class, which has to return. */
    @SuppressWarnings("unchecked") // What the plugin offers.
    void run(String method) {
        Function<String, String> tests =
                host.services().get(ServiceKey.of(Function.class, "shop.test"));
        assertThat(tests.apply(method)).isEmpty();
    }

    Host host() {
        return host;
    }

    @Override
    public void close() {
        host.close();
    }
}
