package dev.tenon.core.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that a descriptor names as ModulePlugin and that cannot be one. */
class BadProvidersTest {
    @TempDir Path folder;
    private Path plugins;

    /** Puts a plugin beside the bad ones that none of them may harm. */
    @BeforeEach
    void addUnconcernedPlugin() {
        plugins = folder.resolve("plugins");
        Plugins.in(plugins).add("sample.unconcerned");
    }

    @Test
    void theClassIsMissing() {
        Plugins.plugin("sample.a", "", "")
                .source("sample.a.Other", "package sample.a; class Other {}")
                .without("sample/a/Main.class")
                .jar(plugins.resolve("a.jar"));

        fails("The module has no such class.");
    }

    @Test
    void theClassIsNotPublic() {
        replaceClass(Plugins.mainClass("sample.a", "", "public Main() {}"));

        fails("The class is not public.");
    }

    @Test
    void theClassIsAbstract() {
        replaceClass(Plugins.mainClass("sample.a", "public abstract", "public Main() {}"));

        fails("The class is abstract.");
    }

    @Test
    void theConstructorIsNotPublic() {
        replaceClass(Plugins.mainClass("sample.a", "public", "Main() {}"));

        fails("The class has no public no-argument constructor.");
    }

    @Test
    void theConstructorHasAParameter() {
        replaceClass(Plugins.mainClass("sample.a", "public", "public Main(String name) {}"));

        fails("The class has no public no-argument constructor.");
    }

    @Test
    void theClassIsNoModulePlugin() {
        replaceClass("package sample.a; public class Main { public Main() {} }");

        try (Host host = Host.builder().plugins(plugins).start()) {
            Outcome.failed(host.module("sample.a"), HostError.PROVIDER_FAILED, "sample.a.Main");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    @Test
    void aModuleProvidesTwo() {
        PluginSource.module("sample.a", "1.0")
                .descriptor(
                        "requires dev.tenon.core; provides dev.tenon.core.ModulePlugin"
                                + " with sample.a.Main, sample.a.Second;")
                .source("sample.a.Main", Plugins.mainClass("sample.a", "public", ""))
                .source("sample.a.Second", "package sample.a; public class Second extends Main {}")
                .jar(plugins.resolve("a.jar"));

        try (Host host = Host.builder().plugins(plugins).start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.SEVERAL_PLUGINS,
                    "The module sample.a provides several plugins: sample.a.Main, sample.a.Second.",
                    "A module has one entry point.");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    @Test
    void aModuleThatRequiresTheBadOneIsBlocked() {
        replaceClass(Plugins.mainClass("sample.a", "", ""));
        Plugins.in(plugins).stubs("sample.a").add("sample.b", "requires sample.a;", "");

        try (Host host = Host.builder().plugins(plugins).start()) {
            Outcome.blocked(
                    host.module("sample.b"), HostError.BAD_PROVIDER, "sample.b", "sample.a");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    /** ServiceLoader takes a static provider method in the place of a constructor. */
    @Test
    void aProviderMethodNeedsNoConstructor() {
        try (Journal journal = new Journal()) {
            Plugins.plugin(
                            "sample.a",
                            "",
                            journal.lifecycle()
                                    + """
                                    private Main(String word) {}
                                    public static ModulePlugin provider() { return new Main("made"); }
                                    """)
                    .jar(plugins.resolve("a.jar"));

            try (Host host = Host.builder().plugins(plugins).start()) {
                Outcome.onlyStarted(host, "sample.unconcerned", "sample.a");
            }
            assertThat(journal.lines("start")).containsExactly("sample.a start");
        }
    }

    private void fails(String cause) {
        try (Host host = Host.builder().plugins(plugins).start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.BAD_PROVIDER,
                    "The module sample.a provides ModulePlugin with sample.a.Main, which cannot be used.",
                    cause,
                    "Make the class public, with a public no-argument constructor");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    /** Compiles a good plugin, then the bad class over it: javac refuses both together. */
    private void replaceClass(String text) {
        Path bad =
                PluginSource.module("sample.a", "")
                        .noDescriptor()
                        .source("sample.a.Main", text)
                        .directory(folder.resolve("bad"));
        Path good = Plugins.plugin("sample.a", "", "").directory(plugins.resolve("a"));
        String type = "sample/a/Main.class";
        try {
            Files.copy(bad.resolve(type), good.resolve(type), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
