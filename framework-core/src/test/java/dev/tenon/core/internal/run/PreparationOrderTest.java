package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.HostLayer;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.internal.observe.HostEvents;
import dev.tenon.core.internal.plan.Planner;
import dev.tenon.core.internal.plan.PluginFile;
import dev.tenon.core.internal.service.Services;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.internal.source.SettingSources;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Framework modules that build on what others of them have made for a module. */
class PreparationOrderTest {

    private static final int LAST = 5;

    @TempDir Path folder;

    @Test
    void whatIsMadeFindsWhatItsRequirementsHaveMadeAndIsGivenBackBeforeIt() {
        var host = folder.resolve("host");
        var plugins = Plugins.in(folder.resolve("plugins"));
        var settings = new HostSettings(SettingSources.read(List.of(), Map.of(), Map.of()));
        try (var journal = new Journal()) {
            for (int i = 1; i <= LAST; i++) {
                floor(i, journal, host).jar(host.resolve("floor" + i + ".jar"));
            }
            plugins.add(
                    "sample.a.jar",
                    Plugins.plugin("sample.a", "requires " + name(LAST) + ";", "").readsFrom(host));
            var base = HostLayer.of(host);
            var blueprint =
                    new Planner(base)
                            .plan(
                                    List.of(
                                            PluginFile.of(
                                                    plugins.folder().resolve("sample.a.jar"))),
                                    Optional.empty(),
                                    List.of(),
                                    settings);

            try (var runtime =
                    new HostRuntime(base, settings, new Services(), new HostEvents(List.of()))) {
                runtime.start(blueprint);
            }

            assertThat(journal.lines())
                    .containsExactly(
                            "1 on ground",
                            "2 on 1",
                            "3 on 2",
                            "4 on 3",
                            "5 on 4",
                            "5 gone",
                            "4 gone",
                            "3 gone",
                            "2 gone",
                            "1 gone");
        }
    }

    /** A framework module that stands on the one before. The names are in no order. */
    private static PluginSource floor(int i, Journal journal, Path below) {
        var name = name(i);
        var source =
                PluginSource.module(name, "1.0")
                        .descriptor(
                                "requires dev.tenon.core;"
                                        + (i == 1 ? "" : "requires " + name(i - 1) + ";")
                                        + """
                                        provides dev.tenon.core.ModulePlugin with %1$s.Main;
                                        provides dev.tenon.core.spi.PlanContributor with %1$s.Floor;
                                        """
                                                .formatted(name))
                        .source(
                                name + ".Main",
                                Plugins.mainClass(name, "public", journal.members()))
                        .source(
                                name + ".Floor",
                                """
                                package %1$s;
                                import dev.tenon.core.*;
                                import dev.tenon.core.service.ServiceKey;
                                import dev.tenon.core.spi.*;
                                import java.util.*;
                                public class Floor implements PlanContributor {
                                    @Override public Reading begin(PlanSettings settings) {
                                        return module -> new Findings(
                                                List.of(), List.of(), List.of(new Building()));
                                    }
                                    static class Building implements Preparation {
                                        @Override public Provision prepare(
                                                ModulePlugin framework, ModuleContext context, java.lang.Module in) {
                                            var below = context.services().find(ServiceKey.of(String.class, "floor %2$d"));
                                            Main.note("%3$d on " + below.orElse("ground"));
                                            return new Provision() {
                                                @Override public Map<ServiceKey<?>, Object> services() {
                                                    return Map.of(ServiceKey.of(String.class, "floor %3$d"), "%3$d");
                                                }
                                                @Override public void close() { Main.note("%3$d gone"); }
                                            };
                                        }
                                    }
                                }
                                """
                                        .formatted(name, i - 1, i));
        return i == 1 ? source : source.readsFrom(below);
    }

    private static String name(int i) {
        return "sample.floor" + (char) ('a' + i * 5 % 17);
    }
}
