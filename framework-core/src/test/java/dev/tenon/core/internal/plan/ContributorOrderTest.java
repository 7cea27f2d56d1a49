package dev.tenon.core.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.PlanDetail;
import dev.tenon.core.fixture.HostLayer;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.internal.source.SettingSources;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContributorOrderTest {

    /** So many that chance hardly puts them in order. */
    private static final int LINKS = 7;

    @TempDir Path folder;

    /** Every second one provides nothing, and is but in between. */
    @Test
    void aContributorComesAfterThoseOfTheModulesThatItsOwnRequires() {
        var host = folder.resolve("host");
        for (int i = 1; i <= 2 * LINKS; i++) {
            link(i, host).jar(host.resolve("link" + i + ".jar"));
        }
        var plugins = Plugins.in(folder.resolve("plugins"));
        plugins.add("sample.a");
        var settings = new HostSettings(SettingSources.read(List.of(), Map.of(), Map.of()));

        var plan =
                new Planner(HostLayer.of(host))
                        .plan(
                                List.of(PluginFile.of(plugins.folder().resolve("sample.a.jar"))),
                                Optional.empty(),
                                List.of(),
                                settings)
                        .plan();

        assertThat(Outcome.planned(plan, "sample.a").details())
                .extracting(PlanDetail::text)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, LINKS).mapToObj(i -> "" + 2 * i).toList());
    }

    /** One that requires the one before. The names are in no order. */
    private static PluginSource link(int i, Path before) {
        var name = name(i);
        var source =
                PluginSource.module(name, "1.0")
                        .descriptor(
                                "requires dev.tenon.core;"
                                        + (i == 1 ? "" : "requires " + name(i - 1) + ";")
                                        + (i % 2 == 0
                                                ? "provides dev.tenon.core.spi.PlanContributor with "
                                                        + name
                                                        + ".Contributor;"
                                                : ""))
                        .source(
                                name + ".Contributor",
                                """
                                package %s;
                                import dev.tenon.core.PlanDetail;
                                import dev.tenon.core.spi.PlanContributor;
                                import java.util.List;
                                public class Contributor implements PlanContributor {
                                    @Override public Reading begin(PlanSettings settings) {
                                        return module -> new Findings(
                                                List.of(new PlanDetail("link", "%d")),
                                                List.of(), List.of());
                                    }
                                }
                                """
                                        .formatted(name, i));
        return i == 1 ? source : source.readsFrom(before);
    }

    private static String name(int i) {
        return "sample.link" + (char) ('a' + i * 5 % 17);
    }
}
