package dev.tenon.core.internal.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.health.Health;
import dev.tenon.core.health.HealthReport;
import dev.tenon.core.health.HealthReport.ModuleHealth;
import dev.tenon.core.health.HealthStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthReportTest {

    @ParameterizedTest
    @CsvSource({
        "UP, UP, UP",
        "UP, DEGRADED, DEGRADED",
        "UP, DOWN, DEGRADED",
        "DEGRADED, DOWN, DEGRADED",
        "DEGRADED, DEGRADED, DEGRADED",
        "DOWN, DOWN, DOWN"
    })
    void theHostIsDownOnlyIfAllOfItsModulesAre(
            HealthStatus first, HealthStatus second, HealthStatus host) {
        assertThat(HealthReport.of(Map.of("a", module(first), "b", module(second))).status())
                .isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({"UP, UP, UP", "UP, DEGRADED, DEGRADED", "DEGRADED, DOWN, DOWN", "DOWN, UP, DOWN"})
    void aModuleIsAsWellAsTheWorstOfItsStateAndItsChecks(
            HealthStatus state, HealthStatus check, HealthStatus module) {
        var health = new Health(state, "", Map.of());
        var checks = Map.of("disk", new Health(check, "", Map.of()), "queue", Health.up());

        assertThat(ModuleHealth.of(health, checks).status()).isEqualTo(module);
    }

    @Test
    void aDetailIsAddedToACopy() {
        var plain = Health.degraded("slow");
        var detailed = plain.with("wait", "5 s").with("queue", "7");

        assertThat(plain.details()).isEmpty();
        assertThat(detailed.message()).isEqualTo("slow");
        assertThat(detailed.details()).isEqualTo(Map.of("wait", "5 s", "queue", "7"));
    }

    @Test
    void aReportIsACopyNobodyCanChange() {
        var modules = new LinkedHashMap<>(Map.of("a", module(HealthStatus.UP)));
        var report = HealthReport.of(modules);
        modules.clear();

        assertThat(report.modules()).containsOnlyKeys("a");
        assertThatThrownBy(() -> report.modules().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static ModuleHealth module(HealthStatus status) {
        return ModuleHealth.of(new Health(status, "", Map.of()), Map.of());
    }
}
