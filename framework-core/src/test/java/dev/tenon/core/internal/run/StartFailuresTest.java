package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plugin can throw while it starts: its own failure, and that of those that require it. */
class StartFailuresTest {
    private final Journal journal = new Journal();
    @TempDir Path folder;
    private Plugins plugins;

    /** Puts a plugin beside the bad ones that none of them may harm. */
    @BeforeEach
    void addUnconcernedPlugin() {
        plugins = Plugins.in(folder.resolve("plugins"));
        plugins.add("sample.unconcerned");
    }

    @AfterEach
    void endJournal() {
        journal.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new java.io.IOException(\"no disk\");        | IOException: no disk.",
                "throw new IllegalStateException(\"not now\");      | IllegalStateException: not now.",
                "throw new AssertionError(\"never\");               | AssertionError: never.",
                "throw new OutOfMemoryError(\"made up\");           | OutOfMemoryError: made up.",
                "throw new ThreadDeath();                           | ThreadDeath.",
                "start(c);                                          | StackOverflowError.",
                "throw new Exception(new RuntimeException(\"in\")); | RuntimeException: in.",
            })
    void whateverStartThrowsFailsTheModuleAndBlocksTheChainAboveIt(String body, String cause) {
        plugins.add("sample.a", "", starting(body));
        plugins.add("sample.b", "requires sample.a;", "");
        plugins.add("sample.c", "requires sample.b;", "");

        try (Host host = start()) {
            Problem problem =
                    Outcome.failed(
                            host.module("sample.a"),
                            HostError.START_FAILED,
                            "The module sample.a has failed: its start method failed.",
                            cause,
                            "Correct the module's start method");
            assertThat(problem.thrown()).isPresent();
            Outcome.blocked(
                    host.module("sample.b"), HostError.START_FAILED, "sample.b", "sample.a");
            Outcome.blocked(
                    host.module("sample.c"),
                    HostError.START_FAILED,
                    "sample.c",
                    "sample.b",
                    "sample.a");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
        assertThat(journal.lines("stop")).containsExactly("sample.a stop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new java.io.IOException(\"no disk\");   | IOException: no disk.",
                "throw new IllegalStateException(\"not now\"); | IllegalStateException: not now.",
                "throw new AssertionError(\"never\");          | AssertionError: never.",
                "deeper();                                     | StackOverflowError.",
            })
    void whateverRegisterThrowsFailsTheModuleAndBlocksTheChainAboveIt(String body, String cause) {
        plugins.add("sample.a", "", registering(body));
        plugins.add("sample.b", "requires sample.a;", journal.lifecycle());

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.REGISTER_FAILED,
                    "The module sample.a has failed: its register method failed.",
                    cause,
                    "Correct the module's register method");
            Outcome.blocked(
                    host.module("sample.b"), HostError.REGISTER_FAILED, "sample.b", "sample.a");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
        assertThat(journal.lines()).containsExactly("sample.a register", "sample.a stop");
    }

    /** One that is READY when the module below it fails has registered, so it is stopped, too. */
    @Test
    void aModuleThatIsBlockedAfterItsRegisterIsStoppedFirst() {
        plugins.add("sample.a", "", starting("throw new IllegalStateException();"));
        plugins.add("sample.b", "requires sample.a;", journal.lifecycle());

        start().close();

        assertThat(journal.lines())
                .containsExactly(
                        "sample.a register",
                        "sample.b register",
                        "sample.a start",
                        "sample.b stop",
                        "sample.a stop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public Main() { throw new IllegalStateException(\"no\"); } | IllegalStateException: no.",
                "public Main() throws Exception { throw new Exception(\"no\"); } | Exception: no.",
                "static { if (true) throw new IllegalStateException(\"no\"); } | ExceptionInInitializerError, caused by IllegalStateException: no.",
            })
    void aConstructorThatThrowsFailsTheModuleWhichIsNotStopped(String member, String cause) {
        plugins.add("sample.a", "", member + journal.lifecycle());
        plugins.add("sample.b", "requires sample.a;", "");

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.PROVIDER_FAILED,
                    "The module sample.a has failed: its plugin class cannot be constructed.",
                    cause,
                    "Correct the constructor");
            Outcome.blocked(
                    host.module("sample.b"), HostError.PROVIDER_FAILED, "sample.b", "sample.a");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
        assertThat(journal.lines()).isEmpty();
    }

    @Test
    void aSuperclassThatIsMissingFailsTheLoad() {
        Plugins.plugin("sample.a", "", "static class Unused {}")
                .source("sample.a.Base", "package sample.a; public class Base {}")
                .source(
                        "sample.a.Main",
                        Plugins.mainClass("sample.a", "public", "")
                                .replace("Main", "Main extends Base"))
                .without("sample/a/Base.class")
                .jar(plugins.folder().resolve("a.jar"));

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.LINKAGE_FAILED,
                    "The module sample.a has failed: its plugin class cannot be constructed.",
                    "NoClassDefFoundError: sample/a/Base",
                    "pack every class it uses");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "start"})
    void anotherVersionOfALibraryThanAtCompileTimeIsALinkageProblem(String step) {
        Path old = Plugins.library("lib.text", "1", "").jar(folder.resolve("old/text.jar"));
        Plugins.plugin(
                        "sample.a",
                        "requires lib.text;",
                        "@Override public void %s(ModuleContext c) { lib.text.Text.value(); }"
                                .formatted(step))
                .readsFrom(old)
                .jar(plugins.folder().resolve("a/a.jar"));
        Plugins.library("lib.text", "2", "")
                .source("lib.text.Text", "package lib.text; public class Text {}")
                .jar(plugins.folder().resolve("a/lib/text.jar"));

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.LINKAGE_FAILED,
                    "The module sample.a has failed: its " + step + " method failed.",
                    "NoSuchMethodError",
                    "lib.text.Text.value()",
                    "Compile the module against the versions it runs with");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    /** Nothing says that an exception ends: two may be the cause of each other. */
    @Test
    void anExceptionThatIsItsOwnCauseIsDescribedOnce() {
        plugins.add(
                "sample.a",
                "",
                starting(
                        """
                        var first = new IllegalStateException("hen");
                        var second = new IllegalStateException("egg", first);
                        first.initCause(second);
                        throw first;
                        """));

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.START_FAILED,
                    "IllegalStateException: hen, caused by IllegalStateException: egg.");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    @Test
    void anExceptionWhoseMessageThrowsIsNamed() {
        plugins.add(
                "sample.a",
                "",
                """
                static class Evil extends RuntimeException {
                    @Override public String getMessage() { throw new Evil(); }
                }
                """
                        + starting("throw new Evil();"));

        // No reporter of tests can print it either: it must not get there.
        try (Host host = startWithoutCause()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.START_FAILED,
                    "Evil: its message cannot be read.");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    /** The JVM keeps the packages below java to itself, and says so only when the layer is made. */
    @Test
    void aLayerThatCannotBeMadeFailsTheModule() {
        Plugins.plugin("sample.a", "", "")
                .resource("java/evil/Evil.class", "")
                .jar(plugins.folder().resolve("a.jar"));

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.LAYER_FAILED,
                    "The layer of the module sample.a cannot be created.",
                    "java.evil");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    @Test
    void severalFailuresAreToldEach() {
        plugins.add("sample.a", "", registering("throw new IllegalStateException(\"one\");"));
        plugins.add("sample.b", "", starting("throw new IllegalStateException(\"two\");"));
        plugins.stubs("sample.missing").add("sample.c", "requires sample.missing;", "");

        try (Host host = start()) {
            Outcome.failed(host.module("sample.a"), HostError.REGISTER_FAILED, "one");
            Outcome.failed(host.module("sample.b"), HostError.START_FAILED, "two");
            Outcome.failed(
                    host.module("sample.c"), HostError.MISSING_REQUIREMENT, "sample.missing");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    private Host startWithoutCause() {
        try {
            return start();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("The host let something through: " + e.getClass());
        }
    }

    private String starting(String body) {
        return journal.lifecycle()
                .replace("note(c.name() + \" start\");", "note(c.name() + \" start\");\n" + body)
                .replace(
                        "void start(ModuleContext c)",
                        "void start(ModuleContext c) throws Exception");
    }

    private String registering(String body) {
        return "private void deeper() { deeper(); }\n"
                + journal.lifecycle()
                        .replace(
                                "note(c.name() + \" register\");",
                                "note(c.name() + \" register\");\n" + body)
                        .replace(
                                "void register(ModuleContext c)",
                                "void register(ModuleContext c) throws Exception");
    }

    private Host start() {
        return Host.builder().plugins(plugins.folder()).start();
    }
}
