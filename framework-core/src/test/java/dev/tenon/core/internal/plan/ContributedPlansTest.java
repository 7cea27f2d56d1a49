package dev.tenon.core.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.Plan;
import dev.tenon.core.PlanDetail;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.fixture.ForkedJava;
import dev.tenon.core.fixture.HostLayer;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.internal.source.SettingSources;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a framework module says in the plans of others: here one that reads labels, {@code @Label}
 * on the plugin class or, where that names it, on another class of the module.
 */
class ContributedPlansTest {
    @TempDir Path folder;
    private Path labels;
    private Plugins plugins;

    @BeforeEach
    void writeFrameworkModule() {
        plugins = Plugins.in(folder.resolve("plugins"));
        labels = framework().jar(folder.resolve("shipped").resolve("labels.jar"));
    }

    @Test
    void thePlanShowsWhatAFrameworkModuleReadsOfAModule() {
        add("sample.a", "@sample.labels.Label(\"red\")", "");
        plugins.add("sample.b");

        var plan = plan(Map.of());

        assertThat(Outcome.planned(plan, "sample.a").details())
                .containsExactly(new PlanDetail("label", "red"));
        assertThat(Outcome.planned(plan, "sample.b").details()).isEmpty();
        assertThat(plan.isClean()).isTrue();
    }

    @Test
    void aFrameworkModuleReadsEveryClassOfTheModuleAndRunsNone() {
        add(
                "sample.a",
                "@sample.labels.Label(of = Main.Loud.class)",
                """
                @sample.labels.Label("red")
                public static class Loud {
                    static { System.setProperty("sample.a.ran", "true"); }
                }
                """);

        assertThat(Outcome.planned(plan(Map.of()), "sample.a").details())
                .containsExactly(new PlanDetail("label", "red"));
        assertThat(System.getProperty("sample.a.ran")).isNull();
    }

    @Test
    void aFrameworkModuleKnowsTheSettings() {
        add("sample.a", "@sample.labels.Label(\"red\")", "");

        assertThat(Outcome.planned(plan(Map.of("labels.prefix", "dark ")), "sample.a").details())
                .containsExactly(new PlanDetail("label", "dark red"));
    }

    @Test
    void whatIsWrongWithADeclarationKeepsTheModuleFromStarting() {
        add("sample.a", "@sample.labels.Label(\"\")", "");
        plugins.add("sample.b", "requires sample.a;", "");
        plugins.add("sample.c");

        var plan = plan(Map.of());

        assertThat(Outcome.planned(plan, "sample.a").state()).isEqualTo(ModuleState.FAILED);
        assertThat(Outcome.planned(plan, "sample.a").problems())
                .extracting(Problem::fact)
                .containsExactly("The label of sample.a is empty.");
        assertThat(Outcome.planned(plan, "sample.b").state()).isEqualTo(ModuleState.BLOCKED);
        assertThat(Outcome.planned(plan, "sample.c").state()).isEqualTo(ModuleState.RESOLVED);
    }

    @Test
    void whatIsWrongBetweenTwoModulesIsToldOfBoth() {
        add("sample.a", "@sample.labels.Label(\"red\")", "");
        add("sample.b", "@sample.labels.Label(\"red\")", "");
        add("sample.c", "@sample.labels.Label(\"blue\")", "");

        var plan = plan(Map.of());

        assertThat(plan.problems())
                .extracting(Problem::fact)
                .containsExactly(
                        "The label of sample.a is taken: sample.a, sample.b.",
                        "The label of sample.b is taken: sample.a, sample.b.");
        assertThat(Outcome.planned(plan, "sample.c").state()).isEqualTo(ModuleState.RESOLVED);
    }

    @Test
    void aDamagedClassKeepsOnlyItsOwnModuleFromStarting() throws IOException {
        var exploded =
                Plugins.plugin("sample.a", "requires sample.labels;", "")
                        .source(
                                "sample.a.Main",
                                labelled("sample.a", "@sample.labels.Label(of = Other.class)", ""))
                        .source("sample.a.Other", "package sample.a; class Other {}")
                        .readsFrom(labels)
                        .directory(plugins.folder().resolve("a"));
        Files.writeString(exploded.resolve("sample/a/Other.class"), "no class file");
        plugins.add("sample.b");

        var plan = plan(Map.of());

        Outcome.failed(
                Outcome.planned(plan, "sample.a"),
                HostError.DECLARATION_UNREADABLE,
                "What the module sample.a declares to sample.labels cannot be read.",
                "IllegalArgumentException");
        assertThat(Outcome.planned(plan, "sample.b").state()).isEqualTo(ModuleState.RESOLVED);
    }

    /** The framework module has to stand on the module path, so this runs in its own process. */
    @Test
    void aPluginThatClashesWithOneThatRunsIsNotInstalled() throws Exception {
        add("sample.a", "@sample.labels.Label(\"red\")", "");
        var clashing =
                source("sample.b", "@sample.labels.Label(\"red\")", "")
                        .jar(folder.resolve("b.jar"));

        var printed =
                ForkedJava.run(
                        labels,
                        "sample.labels/sample.labels.internal.Install",
                        Map.of(),
                        plugins.folder().toString(),
                        clashing.toString());

        assertThat(printed.lines())
                .containsExactly(
                        HostError.CHANGE_REFUSED.code(), "sample.a is " + ModuleState.STARTED);
    }

    private Plan plan(Map<String, String> explicit) {
        var settings = new HostSettings(SettingSources.read(List.of(), explicit, Map.of()));
        return new Planner(HostLayer.of(folder.resolve("shipped")))
                .plan(
                        PluginFinder.find(List.of(plugins.folder())).plugins().stream()
                                .map(PluginFile::of)
                                .toList(),
                        Optional.empty(),
                        List.of(),
                        settings)
                .plan();
    }

    private void add(String module, String annotation, String members) {
        plugins.add(module + ".jar", source(module, annotation, members));
    }

    private PluginSource source(String module, String annotation, String members) {
        return Plugins.plugin(module, "requires sample.labels;", "")
                .source(module + ".Main", labelled(module, annotation, members))
                .readsFrom(labels);
    }

    private static String labelled(String module, String annotation, String members) {
        return Plugins.mainClass(module, annotation + " public", members);
    }

    private static PluginSource framework() {
        return PluginSource.module("sample.labels", "1.0")
                .descriptor(
                        """
                        requires dev.tenon.core;
                        exports sample.labels;
                        provides dev.tenon.core.spi.PlanContributor
                            with sample.labels.internal.Labels;
                        """)
                .source(
                        "sample.labels.Label",
                        """
                        package sample.labels;
                        import java.lang.annotation.*;
                        @Retention(RetentionPolicy.RUNTIME)
                        public @interface Label {
                            String value() default "";
                            Class<?> of() default Label.class;
                        }
                        """)
                .source(
                        "sample.labels.internal.Labels",
                        """
                        package sample.labels.internal;
                        import dev.tenon.core.PlanDetail;
                        import dev.tenon.core.error.*;
                        import dev.tenon.core.settings.Settings;
                        import dev.tenon.core.spi.*;
                        import java.io.IOException;
                        import java.lang.classfile.*;
                        import java.util.*;
                        public class Labels implements PlanContributor {
                            @Override public Reading begin(PlanSettings settings) {
                                var prefix = settings.all().find("labels.prefix").orElse("");
                                var owners = new TreeMap<String, Set<String>>();
                                return new Reading() {
                                    @Override public Findings read(ModuleFiles module) throws IOException {
                                        var label = label(module, module.pluginClass());
                                        if (label.isEmpty()) {
                                            return Findings.NONE;
                                        }
                                        owners.computeIfAbsent(label.get(), _ -> new TreeSet<>())
                                                .add(module.moduleName());
                                        return new Findings(
                                                List.of(new PlanDetail("label", prefix + label.get())),
                                                label.get().isEmpty()
                                                        ? List.of(problem(module.moduleName(), "empty"))
                                                        : List.of(),
                                                List.of());
                                    }
                                    @Override public Map<String, List<Problem>> conclude() {
                                        var problems = new HashMap<String, List<Problem>>();
                                        owners.values().stream().filter(o -> o.size() > 1).forEach(all ->
                                                all.forEach(m -> problems.put(m, List.of(
                                                        problem(m, "taken: " + String.join(", ", all))))));
                                        return problems;
                                    }
                                };
                            }
                            static Optional<String> label(ModuleFiles module, String type) throws IOException {
                                for (var annotation : module.classModel(type).orElseThrow()
                                        .findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                                        .flatMap(a -> a.annotations().stream()).toList()) {
                                    if (!annotation.className().equalsString("Lsample/labels/Label;")) {
                                        continue;
                                    }
                                    for (var element : annotation.elements()) {
                                        switch (element.value()) {
                                            case AnnotationValue.OfString text -> { return Optional.of(text.stringValue()); }
                                            case AnnotationValue.OfClass other -> {
                                                var name = other.className().stringValue();
                                                return label(module, name.substring(1, name.length() - 1).replace('/', '.'));
                                            }
                                            default -> throw new IllegalStateException();
                                        }
                                    }
                                }
                                return Optional.empty();
                            }
                            static Problem problem(String module, String flaw) {
                                return Problem.error(HostError.SETTING_INVALID,
                                        "The label of " + module + " is " + flaw + ".", "", "Change it.");
                            }
                        }
                        """)
                .source(
                        "sample.labels.internal.Install",
                        """
                        package sample.labels.internal;
                        import dev.tenon.core.error.HostException;
                        import dev.tenon.core.host.Host;
                        import java.nio.file.Path;
                        public class Install {
                            public static void main(String[] arguments) {
                                try (var host = Host.builder().plugins(Path.of(arguments[0])).start()) {
                                    try {
                                        host.install(Path.of(arguments[1]));
                                    } catch (HostException e) {
                                        System.out.println(e.code().code());
                                    }
                                    host.modules().forEach(m ->
                                            System.out.println(m.name() + " is " + m.state()));
                                }
                            }
                        }
                        """);
    }
}
