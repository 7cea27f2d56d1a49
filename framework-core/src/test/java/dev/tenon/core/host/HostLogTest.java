package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.LogLines;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log lines by which a person follows a host. */
class HostLogTest {
    private final LogLines lines = new LogLines("dev.tenon.core.Host");
    @TempDir Path folder;
    private Plugins plugins;

    @BeforeEach
    void makePluginFolder() {
        plugins = Plugins.in(folder.resolve("plugins"));
    }

    @AfterEach
    void stopListening() {
        lines.close();
    }

    @Test
    void aGoodRunCanBeFollowed() {
        plugins.add("sample.a");
        plugins.add("sample.b", "requires sample.a;", "");

        Host.builder().plugins(plugins.folder()).start().close();

        assertThat(lines.infos())
                .map(line -> line.replaceAll("\\d+ ms", "N ms"))
                .containsExactly(
                        "Planned 2 modules in N ms, 0 problems.",
                        "sample.a 1.0 has started in N ms.",
                        "sample.b 1.0 has started in N ms.",
                        "The host is up after N ms: 2 STARTED.",
                        "sample.b 1.0 has stopped.",
                        "sample.a 1.0 has stopped.",
                        "The host is down after N ms: 2 STOPPED.");
        assertThat(lines.warnings()).isEmpty();
        assertThat(lines.errors()).isEmpty();
    }

    @Test
    void eachProblemOfTheStartIsLoggedOnceWithItsCode() {
        plugins.add("sample.a", "", failingIn("start"));
        plugins.add("sample.b", "requires sample.a;", "");
        plugins.add("sample.c", "", failingIn("register"));

        Host.builder().plugins(plugins.folder()).start().close();

        assertThat(lines.errors())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("HOST-RUN-004: ").contains("sample.a"),
                        line -> assertThat(line).startsWith("HOST-RUN-003: ").contains("sample.c"));
        assertThat(lines.warnings())
                .singleElement()
                .asString()
                .startsWith("HOST-RUN-008: ")
                .contains("sample.b", "sample.a", "HOST-RUN-004");
    }

    @Test
    void eachProblemOfThePlanIsLoggedOnceWithItsCode() {
        plugins.stubs("sample.missing").add("sample.a", "requires sample.missing;", "");
        plugins.add("sample.b", "requires sample.a;", "");

        Host.builder().plugins(plugins.folder()).start().close();

        assertThat(lines.errors())
                .singleElement()
                .asString()
                .startsWith("HOST-PLAN-006: ")
                .contains("sample.a", "sample.missing");
        assertThat(lines.warnings())
                .singleElement()
                .asString()
                .startsWith("HOST-RUN-008: ")
                .contains("sample.b", "sample.a", "HOST-PLAN-006");
    }

    @Test
    void aProblemOfTheStopIsLoggedOnceWithItsCodeAndWhatWasThrown() {
        plugins.add("sample.a", "", failingIn("stop"));

        Host.builder().plugins(plugins.folder()).start().close();

        assertThat(lines.errors()).singleElement().asString().startsWith("HOST-RUN-007: ");
        assertThat(lines.thrown()).hasOnlyElementsOfType(IllegalStateException.class);
    }

    @Test
    void aProblemOfTheHostIsLoggedOnceWithItsCode() {
        try {
            Host.builder().plugins(folder.resolve("nowhere")).start().close();
        } catch (HostException e) {
            assertThat(e).hasMessageContaining("nowhere");
        }

        assertThat(lines.errors())
                .singleElement()
                .asString()
                .startsWith("HOST-PLAN-001: ")
                .contains("nowhere");
    }

    @Test
    void whatCannotBePrintedIsLoggedWithoutItsStackAndHarmsNobody() {
        plugins.add("sample.a");
        plugins.add(
                "sample.b",
                "",
                """
                @Override public void start(ModuleContext c) {
                    throw new RuntimeException() {
                        @Override public String getMessage() { throw new Error(); }
                        @Override public String toString() { throw new Error(); }
                        @Override public StackTraceElement[] getStackTrace() { throw new Error(); }
                    };
                }
                """);

        try (Host host = Host.builder().plugins(plugins.folder()).start()) {
            Outcome.onlyStarted(host, "sample.a");
        }

        assertThat(lines.errors()).singleElement().asString().contains("HOST-RUN-004", "sample.b");
    }

    private static String failingIn(String step) {
        return "@Override public void %s(ModuleContext c) { throw new IllegalStateException(); }"
                .formatted(step);
    }
}
