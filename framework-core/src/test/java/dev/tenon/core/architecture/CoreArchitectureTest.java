package dev.tenon.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenon.core.host.Host;
import dev.tenon.fixtures.structure.CompiledModule;
import dev.tenon.fixtures.structure.StructureRules;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest implements StructureRules {

    private static final CompiledModule MODULE = CompiledModule.of(Host.class);

    /** It looks into these places for what plugins have left there, and writes to none. */
    private static final String LOOKING_FOR_REMAINS = "dev.tenon.core.internal.release";

    @Override
    public CompiledModule module() {
        return MODULE;
    }

    @Override
    public List<String> hiddenLibraries() {
        return List.of(
                "org.jboss..",
                "io.smallrye..",
                "org.eclipse.microprofile..",
                "org.objectweb..",
                "org.snakeyaml..");
    }

    /** The host is built there. */
    @Override
    public List<String> tiedToInternals() {
        return List.of("dev.tenon.core.host");
    }

    @Override
    public List<String> atTheConsole() {
        return List.of(LOOKING_FOR_REMAINS);
    }

    @Test
    void nothingIsOpenedButTheContainerPackageToWeld() {
        assertThat(MODULE.descriptor().isOpen()).isFalse();
        assertThat(MODULE.descriptor().opens())
                .extracting(ModuleDescriptor.Opens::source, ModuleDescriptor.Opens::targets)
                .containsExactly(tuple("dev.tenon.core.internal.cdi", Set.of("weld.core.impl")));
    }

    @Test
    void onlyTheContainersKnowWeldAndOnlyTheSourcesKnowTheirLibraries() {
        onlyIn("dev.tenon.core.internal.cdi", "org.jboss..");
        onlyIn("dev.tenon.core.internal.source", "io.smallrye..", "org.eclipse.microprofile..");
        onlyIn("dev.tenon.core.internal.source", "org.snakeyaml..");
    }

    @Test
    void onlyTheSearchForRemainsKnowsOtherLoggers() {
        onlyIn(LOOKING_FOR_REMAINS, "java.util.logging..", "org.jboss.logging..");
    }

    private static void onlyIn(String place, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(MODULE.classes());
    }
}
