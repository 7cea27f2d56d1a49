package dev.tenon.core.internal.plan;

import static dev.tenon.core.fixture.Outcome.planned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModulePlugin;
import dev.tenon.core.Plan;
import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requirements that are missing or go round in a circle, and names that are taken. */
class RequirementProblemsTest {
    @TempDir Path folder;
    private Plugins plugins;

    /** Puts a plugin beside the bad ones that none of them may harm. */
    @BeforeEach
    void addUnconcernedPlugin() {
        plugins = Plugins.in(folder.resolve("plugins"));
        plugins.add("sample.unconcerned");
    }

    @Test
    void aMissingPluginFailsTheModuleAndBlocksTheChainAboveIt() {
        plugins.stubs("sample.missing");
        plugins.add("sample.a", "requires sample.missing;", "");
        plugins.add("sample.b", "requires sample.a;", "");
        plugins.add("sample.c", "requires sample.b;", "");

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.MISSING_REQUIREMENT,
                    "The module sample.a cannot be resolved.",
                    "It requires sample.missing, which neither a plugin folder nor the host has.",
                    "Put sample.missing into a plugin folder");
            Outcome.blocked(
                    host.module("sample.b"), HostError.MISSING_REQUIREMENT, "sample.b", "sample.a");
            Outcome.blocked(
                    host.module("sample.c"),
                    HostError.MISSING_REQUIREMENT,
                    "sample.c",
                    "sample.b",
                    "sample.a");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    @Test
    void everyMissingRequirementIsToldAtOnce() {
        plugins.stubs("sample.one", "sample.two");
        plugins.add("sample.a", "requires sample.one; requires sample.two;", "");

        assertThat(planned(plan(), "sample.a").problems())
                .hasSize(2)
                .allMatch(p -> p.code() == HostError.MISSING_REQUIREMENT)
                .anyMatch(p -> p.message().contains("sample.one"))
                .anyMatch(p -> p.message().contains("sample.two"));
    }

    /** Incubator modules are those of the JDK that are never resolved by themselves. */
    @Test
    void aModuleOfTheJdkThatIsNotResolvedNamesTheOption() {
        plugins.add("sample.a", "requires jdk.incubator.vector;", "");

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.MISSING_REQUIREMENT,
                    "It requires jdk.incubator.vector, which the JDK has but this host has not resolved.",
                    "--add-modules jdk.incubator.vector");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    @Test
    void aMissingRequirementOfALibraryNamesTheLibrary() {
        Path base = Plugins.library("lib.base", "1", "").jar(folder.resolve("elsewhere/base.jar"));
        Path text =
                PluginSource.module("lib.text", "1")
                        .descriptor("requires lib.base;")
                        .readsFrom(base)
                        .jar(plugins.folder().resolve("a/lib/text.jar"));
        Plugins.plugin("sample.a", "requires lib.text;", "")
                .readsFrom(base, text)
                .jar(plugins.folder().resolve("a/a.jar"));

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.MISSING_REQUIREMENT,
                    "The module sample.a cannot be resolved.",
                    "Its library lib.text requires lib.base",
                    "beside the jar of sample.a");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    @Test
    void aCycleOfTwoIsPrintedWhole() {
        addCycle("sample.a", "sample.b");

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.CYCLE,
                    "The module sample.a cannot be ordered.",
                    "It requires itself: sample.a -> sample.b -> sample.a.");
            Outcome.failed(
                    host.module("sample.b"),
                    HostError.CYCLE,
                    "It requires itself: sample.b -> sample.a -> sample.b.");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    @Test
    void aCycleOfThreeIsPrintedWholeAndBlocksWhatRequiresIt() {
        addCycle("sample.a", "sample.b", "sample.c");
        plugins.stubs("sample.b");
        plugins.add("sample.d", "requires sample.b;", "");
        plugins.add("sample.e", "requires sample.d;", "");

        try (Host host = start()) {
            Outcome.failed(
                    host.module("sample.a"),
                    HostError.CYCLE,
                    "sample.a -> sample.b -> sample.c -> sample.a.");
            Outcome.failed(
                    host.module("sample.c"),
                    HostError.CYCLE,
                    "sample.c -> sample.a -> sample.b -> sample.c.");
            Outcome.blocked(host.module("sample.d"), HostError.CYCLE, "sample.d", "sample.b");
            Outcome.blocked(
                    host.module("sample.e"), HostError.CYCLE, "sample.e", "sample.d", "sample.b");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    @Test
    void twoFilesOfOneNameAreBothRefused() {
        Path first = plugins.add("first.jar", Plugins.plugin("sample.a", "", ""));
        plugins.add("sample.b", "requires sample.a;", "");
        Path second =
                Plugins.plugin("sample.a", "", "int other;")
                        .jar(folder.resolve("plugins/second.jar"));

        refusesBoth(first, second);
    }

    /** Two copies of one file have one hash, too. */
    @Test
    void twoCopiesOfOneFileAreBothRefused() {
        Path first = plugins.add("first.jar", Plugins.plugin("sample.a", "", ""));
        plugins.add("sample.b", "requires sample.a;", "");
        Path second = Plugins.plugin("sample.a", "", "").jar(folder.resolve("plugins/second.jar"));

        assertThat(first).hasSameBinaryContentAs(second);
        refusesBoth(first, second);
    }

    @Test
    void theNamesOfTheHostsOwnModulesAreTaken() throws IOException {
        pluginNamed("dev.tenon.core", plugins.folder().resolve("own"));
        pluginNamed("org.slf4j", plugins.folder().resolve("log"));

        try (Host host = start()) {
            Outcome.failed(
                    host.module("own"),
                    HostError.DUPLICATE_NAME,
                    "The module name dev.tenon.core of own is taken.",
                    "The host itself has a module of this name, which stays.");
            Outcome.failed(
                    host.module("log"),
                    HostError.DUPLICATE_NAME,
                    "The module name org.slf4j of log is taken.");
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    private void refusesBoth(Path first, Path second) {
        try (Host host = start()) {
            for (Path file : new Path[] {first, second}) {
                Outcome.failed(
                        host.module(String.valueOf(file.getFileName())),
                        HostError.DUPLICATE_NAME,
                        "The module name sample.a of " + file.getFileName() + " is taken.",
                        first + ", " + second,
                        "Keep one of the files");
            }
            Outcome.blocked(
                    host.module("sample.b"), HostError.DUPLICATE_NAME, "sample.b", "sample.a");
            assertThat(host.module("sample.b").error().orElseThrow().cause())
                    .contains(first + ", " + second);
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    /** Each is compiled against an empty module of the next one's name: javac refuses a cycle. */
    private void addCycle(String... names) {
        for (int i = 0; i < names.length; i++) {
            String next = names[(i + 1) % names.length];
            Plugins.in(plugins.folder()).stubs(next).add(names[i], "requires " + next + ";", "");
        }
    }

    /** Writes the descriptor by hand: javac refuses a module that core requires itself. */
    private static void pluginNamed(String name, Path directory) throws IOException {
        PluginSource.module(name, "")
                .noDescriptor()
                .source("taken.Main", Plugins.mainClass("taken", "public", ""))
                .directory(directory);
        ModuleAttribute descriptor =
                ModuleAttribute.of(
                        ModuleDesc.of(name),
                        module ->
                                module.requires(
                                                ModuleDesc.of("java.base"),
                                                List.of(AccessFlag.MANDATED),
                                                null)
                                        .provides(
                                                ClassDesc.of(ModulePlugin.class.getName()),
                                                ClassDesc.of("taken.Main")));
        Files.write(directory.resolve("module-info.class"), ClassFile.of().buildModule(descriptor));
    }

    private Plan plan() {
        return Host.builder().plugins(plugins.folder()).plan();
    }

    private Host start() {
        return Host.builder().plugins(plugins.folder()).start();
    }
}
