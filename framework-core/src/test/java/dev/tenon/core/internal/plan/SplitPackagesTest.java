package dev.tenon.core.internal.plan;

import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One package in two modules. */
class SplitPackagesTest {
    private static final String SHARED_CLASS = "package shared.text; public class %s {}";

    @TempDir Path folder;
    private Plugins plugins;

    /** Puts a plugin beside the bad ones that none of them may harm. */
    @BeforeEach
    void addUnconcernedPlugin() {
        plugins = Plugins.in(folder.resolve("plugins"));
        plugins.add("sample.unconcerned");
    }

    @Test
    void aPluginHasAPackageThatARequiredPluginExports() {
        plugins.add("a.jar", exporting("sample.a"));
        // Compiled against a stub, because javac would refuse it.
        Plugins.in(plugins.folder())
                .stubs("sample.a")
                .add("b.jar", exportingAnd("sample.b", "requires sample.a;"));
        Plugins.in(plugins.folder()).stubs("sample.b").add("sample.c", "requires sample.b;", "");

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.b"),
                    HostError.SPLIT_PACKAGE,
                    "The module sample.b cannot be resolved.",
                    "shared.text",
                    "sample.a",
                    "Rename the package in one of the two modules.");
            Outcome.blocked(
                    host.module("sample.c"), HostError.SPLIT_PACKAGE, "sample.c", "sample.b");
            Outcome.onlyStarted(host, "sample.unconcerned", "sample.a");
        }
    }

    @Test
    void twoRequiredPluginsExportOnePackage() {
        plugins.add("a.jar", exporting("sample.a"));
        Plugins.in(plugins.folder()).add("b.jar", exporting("sample.b"));
        Plugins.in(plugins.folder())
                .stubs("sample.a", "sample.b")
                .add("sample.c", "requires sample.a; requires sample.b;", "");

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.c"),
                    HostError.SPLIT_PACKAGE,
                    "shared.text",
                    "sample.a",
                    "sample.b");
            Outcome.onlyStarted(host, "sample.unconcerned", "sample.a", "sample.b");
        }
    }

    @Test
    void twoLibrariesOfOnePluginExportOnePackage() {
        library("lib.one", "exports shared.text;").jar(lib("one.jar"));
        library("lib.two", "exports shared.text;").jar(lib("two.jar"));
        plugins.stubs("lib.one", "lib.two")
                .add("a/a.jar", requiring("requires lib.one; requires lib.two;"));

        fails("shared.text", "lib.one", "lib.two");
    }

    /** They do not meet in the eyes of the compiler, but in the class loader of the plugin. */
    @Test
    void twoLibrariesOfOnePluginHideOnePackage() {
        library("lib.one", "").jar(lib("one.jar"));
        library("lib.two", "").jar(lib("two.jar"));
        plugins.stubs("lib.one", "lib.two")
                .add("a/a.jar", requiring("requires lib.one; requires lib.two;"));

        fails("The package shared.text is in ", "lib.one", "lib.two");
    }

    @Test
    void aPluginHidesAPackageThatItsLibraryHasToo() {
        library("lib.one", "").jar(lib("one.jar"));
        plugins.stubs("lib.one")
                .add(
                        "a/a.jar",
                        requiring("requires lib.one;")
                                .source("shared.text.A", SHARED_CLASS.formatted("A")));

        fails("The package shared.text is in ", "lib.one", "sample.a");
    }

    @Test
    void twoPluginsThatDoNotKnowEachOtherMayHaveOnePackage() {
        plugins.add("a.jar", exporting("sample.a"));
        Plugins.in(plugins.folder()).add("b.jar", exporting("sample.b"));

        try (Host host = start()) {
            Outcome.onlyStarted(host, "sample.unconcerned", "sample.a", "sample.b");
        }
    }

    @Test
    void aPluginMayHideAPackageThatARequiredPluginHidesToo() {
        plugins.add("a.jar", hiding("sample.a", ""));
        plugins.add("b.jar", hiding("sample.b", "requires sample.a;"));

        try (Host host = start()) {
            Outcome.onlyStarted(host, "sample.unconcerned", "sample.a", "sample.b");
        }
    }

    private void fails(String... parts) {
        try (Host host = start()) {
            Outcome.failed(host.module("sample.a"), HostError.SPLIT_PACKAGE, parts);
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    private Path lib(String file) {
        return plugins.folder().resolve("a/lib").resolve(file);
    }

    private static PluginSource library(String name, String directives) {
        return PluginSource.module(name, "1")
                .descriptor(directives)
                .source("shared.text.Text", SHARED_CLASS.formatted("Text"));
    }

    private static PluginSource requiring(String directives) {
        return Plugins.plugin("sample.a", directives, "");
    }

    private static PluginSource exporting(String module) {
        return exportingAnd(module, "");
    }

    private static PluginSource exportingAnd(String module, String directives) {
        return hiding(module, "exports shared.text; " + directives);
    }

    private static PluginSource hiding(String module, String directives) {
        return Plugins.plugin(module, directives, "")
                .source("shared.text.Text", SHARED_CLASS.formatted("Text"));
    }

    private Host start() {
        return Host.builder().plugins(plugins.folder()).start();
    }
}
