package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How {@code tenon run} ends. */
@DisabledOnOs(OS.WINDOWS)
class SignalIT {

    private static final String HANG =
            "System.out.println(\"I hang\"); new CountDownLatch(1).await();";

    /** A stop that does not listen to interruptions. */
    private static final String STUBBORN_STOP =
            """
            public void stop(ModuleContext context) {
                System.out.println("I do not stop");
                while (true) {
                    java.util.concurrent.locks.LockSupport.park();
                    Thread.interrupted();
                }
            }
            """;

    @TempDir Path folder;
    private Plugins plugins;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        plugins = new Plugins(folder.resolve("plugins"));
        tenon = new Tenon(folder);
    }

    @Test
    void aRunningHostStopsInReverseOrderOnSigterm() throws Exception {
        plugins.quiet("sample.a").quiet("sample.b", "sample.a").quiet("sample.c", "sample.b");
        try (var running = tenon.start("run", "--plugins", plugins.path())) {
            running.awaitErr("The host runs until");

            running.signal("TERM");

            var ended = running.finish();
            assertThat(ended.exitCode()).isEqualTo(143);
            assertThat(ended.out()).contains("5 STARTED");
            assertThat(ended.err())
                    .containsSubsequence(
                            "sample.c 1.0 has stopped.",
                            "sample.b 1.0 has stopped.",
                            "sample.a 1.0 has stopped.",
                            "The host is down")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ctrlCEndsWith130() throws Exception {
        plugins.quiet("sample.a");
        // A build in the background may have been started with SIGINT ignored, which is inherited.
        tenon.launchedBy("env", "--default-signal=INT");
        try (var running = tenon.start("run", "--plugins", plugins.path())) {
            running.awaitErr("The host runs until");

            running.signal("INT");

            var ended = running.finish();
            assertThat(ended.exitCode()).isEqualTo(130);
            assertThat(ended.err()).contains("sample.a 1.0 has stopped.");
        }
    }

    @Test
    void aHostWhoseStartHangsStopsWhatHadStartedOnSigterm() throws Exception {
        plugins.quiet("sample.a").starting("sample.b", HANG, "sample.a");
        try (var running = tenon.start("run", "--plugins", plugins.path())) {
            running.awaitOut("I hang");

            running.signal("TERM");

            var ended = running.finish();
            assertThat(ended.exitCode()).isEqualTo(143);
            assertThat(ended.out()).doesNotContain("STARTED");
            assertThat(ended.err())
                    .contains("sample.a 1.0 has stopped.", "The host is down")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aCheckWhoseStartHangsEndsOnSigterm() throws Exception {
        plugins.starting("sample.a", HANG);
        try (var running = tenon.start("run", "--check", "--plugins", plugins.path())) {
            running.awaitErr("I hang");

            running.signal("TERM");

            assertThat(running.finish().exitCode()).isEqualTo(143);
        }
    }

    @Test
    void aSecondSignalEndsTheProcessAtOnce() throws Exception {
        plugins.plugin("sample.a", STUBBORN_STOP);
        try (var running =
                tenon.start(
                        "run",
                        "--plugins",
                        plugins.path(),
                        "--stop-limit=10m",
                        "--set=tenon.stop-timeout=10m")) {
            running.awaitErr("The host runs until");
            running.signal("TERM");
            running.awaitOut("I do not stop");

            running.signal("TERM");

            var ended = running.finish();
            assertThat(ended.exitCode()).isEqualTo(143);
            assertThat(ended.err()).doesNotContain("The host is down");
        }
    }

    @Test
    void aStopBeyondItsLimitNamesWhatHasNotStopped() throws Exception {
        plugins.quiet("sample.a").plugin("sample.b", STUBBORN_STOP, "sample.a");
        try (var running =
                tenon.start(
                        "run",
                        "--plugins",
                        plugins.path(),
                        "--stop-limit=300ms",
                        "--set=tenon.stop-timeout=10m")) {
            running.awaitErr("The host runs until");

            running.signal("TERM");

            var ended = running.finish();
            assertThat(ended.exitCode()).isEqualTo(143);
            assertThat(ended.err())
                    .contains(
                            "its limit of 300 ms",
                            "Not stopped: sample.a (STARTED), sample.b (STARTED)");
        }
    }

    @Test
    void aStopBeyondItsLimitEndsACheckWithOne() throws Exception {
        plugins.plugin("sample.a", STUBBORN_STOP);

        var check =
                tenon.run(
                        "run",
                        "--check",
                        "--plugins",
                        plugins.path(),
                        "--stop-limit=300ms",
                        "--set=tenon.stop-timeout=10m");

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).contains("3 STARTED");
        assertThat(check.err()).contains("Not stopped: sample.a (STARTED)");
    }

    @Test
    void aModuleThatExitsTheProcessStopsTheHostInOrder() throws Exception {
        plugins.quiet("sample.a")
                .starting(
                        "sample.b", "Thread.ofPlatform().start(() -> System.exit(7));", "sample.a");

        var ended = tenon.run("run", "--plugins", plugins.path());

        assertThat(ended.exitCode()).isEqualTo(7);
        assertThat(ended.err()).contains("The host is down");
    }

    @Test
    void aHostThatWasKilledLeavesNothingThatHindersTheNext() throws Exception {
        plugins.quiet("sample.a");
        try (var running = tenon.start("run", "--plugins", plugins.path())) {
            running.awaitErr("The host runs until");
            running.signal("KILL");
            assertThat(running.finish().exitCode()).isEqualTo(137);
        }

        var check = tenon.run("run", "--check", "--plugins", plugins.path());

        assertThat(check.exitCode()).isZero();
        assertThat(check.err()).doesNotContain("WARNING", "SEVERE", "in use by another host");
    }

    @Test
    void twoHostsRunSideBySide() throws Exception {
        plugins.quiet("sample.a");
        try (var running = tenon.start("run", "--plugins", plugins.path())) {
            running.awaitErr("The host runs until");

            var check = tenon.run("run", "--check", "--plugins", plugins.path());

            assertThat(check.exitCode()).isZero();
            assertThat(check.err()).contains("in use by another host");
        }
    }
}
