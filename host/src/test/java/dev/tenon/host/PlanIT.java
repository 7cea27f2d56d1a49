package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code tenon plan}, {@code modules} and {@code services}. */
class PlanIT {

    @TempDir Path folder;
    private Plugins plugins;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        plugins = new Plugins(folder.resolve("plugins"));
        tenon = new Tenon(folder);
    }

    @Test
    void thePlanShowsTheStartOrderInWaves() throws Exception {
        plugins.quiet("sample.z").quiet("sample.a", "sample.z");

        var plan = tenon.run("plan", "--plugins", plugins.path());

        assertThat(plan.exitCode()).isZero();
        assertThat(plan.out())
                .containsPattern(
                        "(?s)\n0 +sample.z +1.0 +RESOLVED\n.*\n1 +sample.a +1.0 +RESOLVED +sample.z\n")
                .endsWith("4 of 4 modules can start, 0 problems.\n");
        assertThat(plan.err()).isEmpty();
    }

    @Test
    void thePlanRunsNoCodeOfAPluginAndLoadsNoContainer() throws Exception {
        var log = folder.resolve("classes");
        plugins.plugin("sample.a", "static { System.out.println(\"I am run\"); }");

        var plan =
                tenon.withJavaOption("-Xlog:class+load:file=" + log)
                        .run("plan", "--plugins", plugins.path());

        assertThat(plan.exitCode()).isZero();
        assertThat(plan.out() + plan.err()).doesNotContain("I am run");
        assertThat(Files.readString(log))
                .doesNotContain(" sample.a.Plugin ", " org.jboss.weld.", " tools.jackson.");
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void aPlanWithErrorsEndsWithOneAndSaysWhatToDo() throws Exception {
        plugins.quiet("sample.a").quiet("sample.b", "sample.a").quiet("sample.c");
        Files.delete(Path.of(plugins.path(), "sample.a.jar"));

        var plan = tenon.run("plan", "--plugins", plugins.path());

        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.out())
                .containsPattern("\n- +sample.b +1.0 +FAILED\n")
                .contains("\nHOST-PLAN-006 required module not found (sample.b)\n    ")
                .endsWith("3 of 4 modules can start, 1 problem.\n");
    }

    @Test
    void thePlanInJsonHasOrderAndProblems() throws Exception {
        plugins.quiet("sample.a").quiet("sample.b", "sample.a").quiet("sample.c");
        Files.delete(Path.of(plugins.path(), "sample.a.jar"));

        var plan = tenon.run("plan", "--json", "--plugins", plugins.path());

        assertThat(plan.exitCode()).isEqualTo(1);
        var document = new JsonMapper().readTree(plan.out());
        assertThat(document.get("clean").booleanValue()).isFalse();
        assertThat(document.get("hostProblems").isEmpty()).isTrue();
        var good = document.get("modules").get(1);
        assertThat(good.get("name").stringValue()).isEqualTo("sample.c");
        assertThat(good.get("wave").intValue()).isZero();
        assertThat(good.get("state").stringValue()).isEqualTo("RESOLVED");
        assertThat(good.get("origin").stringValue()).isEqualTo("PLUGIN");
        assertThat(good.get("location").stringValue()).endsWith("sample.c.jar");
        var bad = document.get("modules").get(3);
        assertThat(bad.get("wave").isNull()).isTrue();
        var problem = bad.get("problems").get(0);
        assertThat(problem.get("code").stringValue()).isEqualTo("HOST-PLAN-006");
        assertThat(problem.get("fact").stringValue()).contains("sample.b");
    }

    @Test
    void aPluginFolderThatIsNotThereEndsWithTwo() throws Exception {
        var plan = tenon.run("plan", "--plugins", "none");

        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.out()).contains("HOST-PLAN-001");
    }

    @Test
    void aReaderThatHasSeenEnoughCausesNoStack() throws Exception {
        plugins.quiet("sample.a").quiet("sample.b");

        var plan =
                tenon.shell(
                        "{ tenon plan --json --plugins '%s'; echo \"code $?\" >&2; } | exec true"
                                .formatted(plugins.path()));

        assertThat(plan.out()).isEmpty();
        assertThat(plan.err()).isEqualTo("code 0\n");
    }

    @Test
    @EnabledIf("hasFullDevice")
    void aFullDiskIsToldAndEndsWithThree() throws Exception {
        plugins.quiet("sample.a");

        var plan = tenon.shell("tenon plan --plugins '%s' > /dev/full".formatted(plugins.path()));

        assertThat(plan.exitCode()).isEqualTo(3);
        assertThat(plan.err()).contains("The output is not complete").doesNotContain("\tat ");
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void theGraphShowsWhatRequiresWhat() throws Exception {
        plugins.quiet("sample.a").quiet("sample.b", "sample.a").quiet("sample.c", "sample.b");

        var text = tenon.run("modules", "--graph", "--plugins", plugins.path());
        var mermaid = tenon.run("modules", "--graph=mermaid", "--plugins", plugins.path());

        assertThat(text.exitCode()).isZero();
        assertThat(text.out()).endsWith("\nsample.c 1.0\n└─ sample.b 1.0\n   └─ sample.a 1.0\n");
        assertThat(mermaid.out())
                .startsWith("flowchart LR\n")
                .contains(
                        "m1[\"sample.a 1.0\"]",
                        "m3[\"sample.b 1.0\"]",
                        "m3 --> m1",
                        "m4[\"sample.c 1.0\"]",
                        "m4 --> m3");
    }

    @Test
    void theModulesAreListedWithWhatIsKnownOfThem() throws Exception {
        plugins.quiet("sample.a").quiet("sample.b", "sample.a");

        var modules = tenon.run("modules", "--plugins", plugins.path());
        var json = tenon.run("modules", "--json", "--plugins", plugins.path());

        assertThat(modules.exitCode()).isZero();
        assertThat(modules.out())
                .containsPattern(
                        "sample.b +1.0 +plugin +Plugin of a test +sample.a +/.*/sample.b.jar"
                                + " +Does little.\n");
        var second = new JsonMapper().readTree(json.out()).get("modules").get(3);
        assertThat(second.get("title").stringValue()).isEqualTo("Plugin of a test");
        assertThat(second.get("description").stringValue()).isEqualTo("Does little.");
        assertThat(second.get("requires").get(0).stringValue()).isEqualTo("sample.a");
    }

    @Test
    void oneModuleIsShownInFull() throws Exception {
        plugins.quiet("sample.notes");

        var module = tenon.run("modules", "sample.notes", "--plugins", plugins.path());

        assertThat(module.exitCode()).isZero();
        assertThat(module.out())
                .containsPattern("Module +sample.notes\n")
                .containsPattern("Plan +can start, in wave 0\n");
    }

    @Test
    void aModuleThatIsNotThereIsAnsweredWithTheNearestName() throws Exception {
        plugins.quiet("sample.notes").quiet("sample.orders");

        var refused = tenon.run("modules", "sample.ntes", "--plugins", plugins.path());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("HOST-MOD-001", "sample.ntes", "Did you mean sample.notes?")
                .doesNotContain("\tat ");
    }

    @Test
    void theServicesAreListedWithTheirOwners() throws Exception {
        plugins.starting(
                "sample.a",
                """
                System.out.println("I am run");
                context.services().offer(Runnable.class, () -> {});
                """);

        var services = tenon.run("services", "--plugins", plugins.path());
        var json = tenon.run("services", "--json", "--plugins", plugins.path());

        assertThat(services.exitCode()).isZero();
        assertThat(services.out()).containsPattern("\njava.lang.Runnable +- +sample.a\n");
        var listed = new JsonMapper().readTree(json.out()).get("services");
        // Behind that of the framework.
        assertThat(listed).hasSize(2);
        var service = listed.get(1);
        assertThat(service.get("type").stringValue()).isEqualTo("java.lang.Runnable");
        assertThat(service.get("name").stringValue()).isEmpty();
        assertThat(service.get("owner").stringValue()).isEqualTo("sample.a");
    }

    @Test
    void aPlanStartsNoContainer() throws Exception {
        plugins.plugin(
                "sample.a", "@jakarta.enterprise.context.ApplicationScoped static class B {}");
        var log = folder.resolve("classes");

        tenon.withJavaOption("-Xlog:class+load:file=" + log)
                .run("plan", "--plugins", plugins.path());

        assertThat(log)
                .content()
                .contains(" dev.tenon.core.internal.plan.")
                .doesNotContain(" org.jboss.weld.", " jakarta.enterprise.", " tools.jackson.")
                .doesNotContain(" sample.a.", " dev.tenon.core.internal.cdi.");
    }

    @Test
    void theEnvironmentNamesThePluginFolder() throws Exception {
        plugins.quiet("sample.a");

        var plan = tenon.with("TENON_PLUGINS", plugins.path()).run("plan");

        assertThat(plan.out()).contains("sample.a");
    }
}
