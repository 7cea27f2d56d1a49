package dev.tenon.core.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * A plugin with beans, in the package that is named like the module. Its descriptor opens nothing
 * and requires dev.tenon.core alone, unless told otherwise.
 */
final class BeanPlugin {

    private static final Pattern CLASS =
            Pattern.compile("\\b(?:class|interface|enum|record) +(\\w+)");

    private static final String HEAD =
            """
            package %s;
            import dev.tenon.core.*;
            import dev.tenon.core.health.*;
            import dev.tenon.core.service.*;
            import dev.tenon.core.settings.*;
            import jakarta.annotation.*;
            import jakarta.decorator.*;
            import jakarta.enterprise.context.*;
            import jakarta.enterprise.event.*;
            import jakarta.enterprise.inject.*;
            import jakarta.enterprise.inject.spi.CDI;
            import jakarta.enterprise.inject.spi.InjectionPoint;
            import jakarta.inject.*;
            import jakarta.interceptor.*;
            import java.lang.annotation.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            %s
            """;

    private final String module;
    private final Map<String, String> beans = new LinkedHashMap<>();
    private String directives = "";
    private String members = "";

    private BeanPlugin(String module) {
        this.module = module;
    }

    static BeanPlugin named(String module) {
        return new BeanPlugin(module);
    }

    /** Adds to the descriptor. */
    BeanPlugin directives(String text) {
        directives += text;
        return this;
    }

    /**
     * Adds a class, whose name is the first that the text declares; everything usual is imported.
     */
    BeanPlugin type(String text) {
        var name = CLASS.matcher(text);
        if (!name.find()) {
            throw new IllegalArgumentException("No class in " + text);
        }
        beans.put(module + "." + name.group(1), HEAD.formatted(module, text));
        return this;
    }

    /** Adds members to the plugin class, which by itself does nothing. */
    BeanPlugin members(String text) {
        members += text;
        return this;
    }

    /**
     * Lets the plugin answer {@link #ask}.
     *
     * @param body of a method that returns an object; {@code c} is the module's context
     */
    BeanPlugin answer(String body) {
        return members(
                """
                @Override public void register(ModuleContext c) {
                    c.services().offer(
                            ServiceKey.of(java.util.concurrent.Callable.class, c.name()),
                            () -> { %s });
                }
                """
                        .formatted(body));
    }

    PluginSource source() {
        var source = Plugins.plugin(module, directives, members);
        beans.forEach(source::source);
        return source;
    }

    Path addTo(Plugins plugins) {
        return plugins.add(module + ".jar", source());
    }

    /** Starts a host with this plugin, and asserts that it starts and what it answers. */
    void assertAnswers(Plugins plugins, Object answer) throws Exception {
        addTo(plugins);
        try (var host = Host.builder().plugins(plugins.folder()).start()) {
            Outcome.onlyStarted(host, module);
            assertThat(ask(host, module)).isEqualTo(answer);
        }
    }

    /** Returns what the plugin of the given name answers. */
    static Object ask(Host host, String module) throws Exception {
        return host.services().get(ServiceKey.of(Callable.class, module)).call();
    }
}
