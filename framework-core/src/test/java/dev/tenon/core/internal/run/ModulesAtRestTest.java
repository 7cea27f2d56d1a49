package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.internal.plan.Planner;
import dev.tenon.core.internal.plan.PluginFile;
import dev.tenon.core.internal.plan.PluginFinder;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.internal.source.SettingSources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of modules that do not run. */
class ModulesAtRestTest {

    @TempDir Path folder;
    private Plugins plugins;

    @BeforeEach
    void prepare() {
        plugins = Plugins.in(folder);
    }

    @Test
    void aClassOfAModuleUsesThoseOfTheModulesThatItRequires() {
        plugins.add("sample.a", "", "public static String word() { return \"of a\"; }");
        plugins.add(
                "sample.b",
                "requires sample.a;",
                "public static String word() { return sample.a.Main.word() + \", by b\"; }");

        var said = modules().with("sample.b", ModulesAtRestTest::word);

        assertThat(said).isEqualTo("of a, by b");
    }

    @Test
    void noPluginObjectIsMade() {
        plugins.add(
                "sample.loud", "", "static { System.setProperty(\"sample.loud.ran\", \"true\"); }");

        assertThat(modules().<String>with("sample.loud", java.lang.Module::getName))
                .isEqualTo("sample.loud");
        assertThat(System.getProperty("sample.loud.ran")).isNull();
    }

    @Test
    void theLayerIsTheSameAtEachCallAndItsLoaderIsThatOfTheThreadMeanwhile() {
        plugins.add("sample.a");
        plugins.add("sample.b", "requires sample.a;", "");
        var modules = modules();
        var before = Thread.currentThread().getContextClassLoader();

        var layer = modules.with("sample.a", java.lang.Module::getLayer);
        var parents = modules.with("sample.b", m -> m.getLayer().parents());

        assertThat(parents).contains(layer);
        assertThat(modules.<Boolean>with("sample.a", ModulesAtRestTest::isLoaderOfThread)).isTrue();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void theContextLoaderIsPutBackWhenTheWorkThrows() {
        plugins.add("sample.a");
        var before = Thread.currentThread().getContextClassLoader();

        assertThatThrownBy(() ->
                        modules()
                                .with(
                                        "sample.a",
                                        _ -> {
                                            throw new IllegalStateException("no");
                                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void aModuleThatIsNotThereIsRefusedWithTheNamesOfThoseThatAre() {
        plugins.add("sample.a");

        assertThatThrownBy(() -> modules().with("sample.b", m -> m))
                .isInstanceOfSatisfying(
                        HostException.class,
                        e -> assertThat(e.code()).isEqualTo(HostError.MODULE_NOT_FOUND))
                .hasMessageContaining("sample.a");
    }

    @Test
    void aModuleThatCannotStartIsRefusedWithWhatIsWrongWithIt() {
        plugins.stubs("sample.gone").add("sample.a", "requires sample.gone;", "");

        assertThatThrownBy(() -> modules().with("sample.a", m -> m))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("sample.gone");
    }

    private ModulesAtRest modules() {
        var settings = new HostSettings(SettingSources.read(List.of(), Map.of(), Map.of()));
        var found = PluginFinder.find(List.of(folder));
        var base = ModuleLayer.boot();
        var blueprint =
                new Planner(base)
                        .plan(
                                found.plugins().stream().map(PluginFile::of).toList(),
                                Optional.empty(),
                                List.of(),
                                settings);
        return new ModulesAtRest(base, blueprint);
    }

    private static String word(java.lang.Module module) {
        try {
            var main = Class.forName(module, module.getName() + ".Main");
            return (String) main.getMethod("word").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isLoaderOfThread(java.lang.Module module) {
        return Thread.currentThread().getContextClassLoader() == module.getClassLoader();
    }
}
