package dev.tenon.core.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleInfo.Origin;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.fixture.Poll;
import dev.tenon.core.health.Health;
import dev.tenon.core.health.HealthCheck;
import dev.tenon.core.health.HealthReport;
import dev.tenon.core.health.HealthStatus;
import dev.tenon.core.internal.service.Services;
import dev.tenon.core.service.ServiceKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealthChecksTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Services services = new Services();

    @Test
    void aStartedModuleWithoutChecksIsUp() {
        var report = report(LONG, started("sample.a"));

        assertThat(report.status()).isEqualTo(HealthStatus.UP);
        assertThat(report.modules().get("sample.a").health()).isEqualTo(Health.up());
        assertThat(report.modules().get("sample.a").checks()).isEmpty();
    }

    @Test
    void aCheckIsShownUnderItsModuleWithoutTheModulesNameBeforeIt() {
        offer(
                "sample.a",
                "sample.a/disk",
                () -> Health.degraded("almost full").with("free", "3 %"));
        offer("sample.a", "queue", Health::up);
        offer("sample.b", "sample.a/disk2", Health::up);

        var report = report(LONG, started("sample.a"), started("sample.b"));

        assertThat(report.modules().get("sample.a").checks())
                .containsOnlyKeys("disk", "queue")
                .containsEntry(
                        "disk",
                        new Health(HealthStatus.DEGRADED, "almost full", Map.of("free", "3 %")));
        assertThat(report.modules().get("sample.b").checks()).containsOnlyKeys("sample.a/disk2");
    }

    @Test
    void theWorstCheckDecidesOnTheModule() {
        offer("sample.a", "1", Health::up);
        offer("sample.a", "2", () -> Health.down("no disk"));
        offer("sample.a", "3", () -> Health.degraded("slow"));

        var report = report(LONG, started("sample.a"), started("sample.b"));

        assertThat(report.modules().get("sample.a").status()).isEqualTo(HealthStatus.DOWN);
        assertThat(report.modules().get("sample.b").status()).isEqualTo(HealthStatus.UP);
        assertThat(report.status()).isEqualTo(HealthStatus.DEGRADED);
    }

    @Test
    void aCheckThatThrowsIsDownWithWhatItThrew() {
        offer(
                "sample.a",
                "disk",
                () -> {
                    throw new NoSuchMethodError("gone");
                });

        assertThat(check(LONG, "disk")).isEqualTo(Health.down("NoSuchMethodError: gone."));
    }

    @Test
    void aCheckThatReturnsNullIsDown() {
        offer("sample.a", "disk", () -> null);

        assertThat(check(LONG, "disk")).isEqualTo(Health.down("The check returned null."));
    }

    @Test
    void aCheckThatHangsIsDownAndTheOthersStillAnswer() {
        offer("sample.a", "disk", HealthChecksTest::hang);
        offer("sample.a", "queue", Health::up);

        var module = report(Duration.ofMillis(200), started("sample.a")).modules().get("sample.a");

        assertThat(module.checks())
                .containsEntry("disk", Health.down("The check did not answer within 200 ms."))
                .containsEntry("queue", Health.up());
    }

    @Test
    void aCheckThatHangsIsInterruptedSoThatItsThreadEnds() {
        var ended = new CountDownLatch(1);
        offer(
                "sample.a",
                "disk",
                () -> {
                    try {
                        return hang();
                    } finally {
                        ended.countDown();
                    }
                });

        check(Duration.ofMillis(50), "disk");

        Poll.until(LONG, () -> ended.getCount() == 0);
    }

    @Test
    void allChecksAreAskedAtTheSameTime() {
        var together = new CyclicBarrier(3);
        for (String name : List.of("1", "2", "3")) {
            offer(
                    "sample.a",
                    name,
                    () -> {
                        together.await();
                        return Health.up();
                    });
        }

        var checks = report(LONG, started("sample.a")).modules().get("sample.a").checks();

        assertThat(checks.values()).hasSize(3).containsOnly(Health.up());
    }

    @Test
    void aModuleThatHasFailedIsDownWithItsProblem() {
        var problem = Problem.error(HostError.START_FAILED, "A has failed.", "Boom.", "Mend it.");

        var report =
                report(LONG, status("sample.a", ModuleState.FAILED, problem), started("sample.b"));

        assertThat(report.modules().get("sample.a").health())
                .isEqualTo(Health.down("HOST-RUN-004: A has failed. Boom. Mend it."));
        assertThat(report.status()).isEqualTo(HealthStatus.DEGRADED);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"STARTED"},
            mode = EnumSource.Mode.EXCLUDE)
    void aModuleInAnyOtherStateThanStartedIsDown(ModuleState state) {
        var report = report(LONG, status("sample.a", state));

        assertThat(report.modules().get("sample.a").status()).isEqualTo(HealthStatus.DOWN);
        assertThat(report.status()).isEqualTo(HealthStatus.DOWN);
    }

    @Test
    void aHostWithoutModulesIsUp() {
        assertThat(report(LONG).status()).isEqualTo(HealthStatus.UP);
    }

    @Test
    void modulesStayInTheOrderInWhichTheyStart() {
        var report = report(LONG, started("sample.z"), started("sample.a"), started("sample.m"));

        assertThat(report.modules().keySet()).containsExactly("sample.z", "sample.a", "sample.m");
    }

    @Test
    void theInterruptionOfTheOneWhoAsksIsKept() {
        offer("sample.a", "disk", HealthChecksTest::hang);

        Thread.currentThread().interrupt();
        var answer = check(LONG, "disk");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer).isEqualTo(Health.down("The question was interrupted."));
    }

    private static Health hang() throws InterruptedException {
        new CountDownLatch(1).await();
        return Health.up();
    }

    private Health check(Duration limit, String name) {
        return report(limit, started("sample.a")).modules().get("sample.a").checks().get(name);
    }

    private HealthReport report(Duration limit, ModuleStatus... modules) {
        return new HealthChecks(services.view("host"), limit).report(List.of(modules));
    }

    private void offer(String module, String name, HealthCheck check) {
        services.view(module).offer(ServiceKey.of(HealthCheck.class, name), check);
    }

    private static ModuleStatus started(String name) {
        return status(name, ModuleState.STARTED);
    }

    private static ModuleStatus status(String name, ModuleState state, Problem... problems) {
        var info =
                new ModuleInfo(
                        name,
                        Optional.empty(),
                        Origin.PLUGIN,
                        name,
                        "",
                        List.of(),
                        Optional.empty());
        return new ModuleStatus(info, state, List.of(problems), Duration.ZERO);
    }
}
