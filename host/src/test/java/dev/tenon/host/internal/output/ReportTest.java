package dev.tenon.host.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.Plan;
import dev.tenon.core.PlanDetail;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The reports of the commands for people. */
class ReportTest {

    private static final Problem PROBLEM =
            Problem.error(HostError.CYCLE, "It is so.", "There is a reason.", "Do something.");

    @Test
    void aHostWithoutModulesSaysSo() {
        assertThat(StatusReport.of(List.of(), Palette.plain())).startsWith("There are no modules.");
        assertThat(ModulesReport.of(List.of(), Palette.plain()))
                .startsWith("There are no modules.");
        assertThat(ServicesReport.of(List.of(), Palette.plain()))
                .startsWith("There are no services.");
        assertThat(PlanReport.of(new Plan(List.of(), List.of(), List.of()), Palette.plain()))
                .startsWith("There are no modules.");
    }

    @Test
    void theStatusShowsAProblemBelowItsModule() {
        var started = new ModuleStatus(info("a"), ModuleState.STARTED, List.of(), millis(1234));
        var failed =
                new ModuleStatus(info("b"), ModuleState.FAILED, List.of(PROBLEM), Duration.ZERO);

        assertThat(StatusReport.of(List.of(started, failed), Palette.plain()))
                .isEqualToNormalizingNewlines(
                        """
                        MODULE  VERSION  STATE    START
                        a       -        STARTED  1234 ms
                        b       -        FAILED   -
                            HOST-PLAN-007: It is so. There is a reason. Do something.

                        1 STARTED, 1 FAILED
                        """);
    }

    @Test
    void thePlanShowsProblemsOfTheHostBeforeThoseOfModules() {
        var ofHost = Problem.warning(HostError.SETTING_MISSING, "A warning.", "", "A remedy.");
        var plan =
                new Plan(
                        List.of(
                                new PlannedModule(
                                        info("a"),
                                        ModuleState.RESOLVED,
                                        0,
                                        List.of(
                                                new PlanDetail("database", "notes"),
                                                new PlanDetail("engine", "SQLite")),
                                        List.of()),
                                new PlannedModule(
                                        info("b", "a", "c"),
                                        ModuleState.FAILED,
                                        -1,
                                        List.of(),
                                        List.of(PROBLEM))),
                        List.of(ofHost),
                        List.of());

        assertThat(PlanReport.of(plan, Palette.plain()))
                .isEqualToNormalizingNewlines(
                        """
                        WAVE  MODULE  VERSION  STATE     REQUIRES
                        0     a       -        RESOLVED
                            database: notes; engine: SQLite
                        -     b       -        FAILED    a, c

                        HOST-SET-002 setting is missing (host)
                            A warning.
                            A remedy.

                        HOST-PLAN-007 modules require each other in a cycle (b)
                            It is so.
                            There is a reason.
                            Do something.

                        1 of 2 modules can start, 2 problems.
                        """);
    }

    private static ModuleInfo info(String name, String... requires) {
        return new ModuleInfo(
                name,
                Optional.empty(),
                ModuleInfo.Origin.PLUGIN,
                name,
                "",
                List.of(requires),
                Optional.empty());
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
