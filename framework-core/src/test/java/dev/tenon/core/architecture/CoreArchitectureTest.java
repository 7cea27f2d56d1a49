package dev.tenon.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.tenon.core.host.Host;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {

    private static final String[] THIRD_PARTY = {
        "org.jboss..",
        "io.smallrye..",
        "org.eclipse.microprofile..",
        "org.objectweb..",
        "org.snakeyaml.."
    };

    /** Each package is a slice, the root of the module too. */
    private static final SliceAssignment BY_PACKAGE =
            new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return type.getPackageName().startsWith("dev.tenon.core")
                            ? SliceIdentifier.of(type.getPackageName())
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "the packages of dev.tenon.core";
                }
            };

    /** It looks into these places for what plugins have left there, and writes to none. */
    private static final String LOOKING_FOR_REMAINS = "dev.tenon.core.internal.release";

    private static JavaClasses classes;
    private static ModuleDescriptor descriptor;

    @BeforeAll
    static void readTheCompiledModule() throws Exception {
        var location =
                Path.of(Host.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        classes = new ClassFileImporter().importPath(location);
        descriptor = ModuleFinder.of(location).find("dev.tenon.core").orElseThrow().descriptor();
    }

    @Test
    void theClassesOfTheModuleAreThere() {
        assertThat(classes.size()).isGreaterThan(50);
        assertThat(classes.contain(Host.class)).isTrue();
        assertThat(classes.contain(CoreArchitectureTest.class)).isFalse();
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().assignedFrom(BY_PACKAGE).should().beFreeOfCycles().check(classes);
    }

    @Test
    void whatIsExportedShowsNoLibraryBehindIt() {
        noClasses()
                .that()
                .resideInAnyPackage(exported())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(THIRD_PARTY)
                .check(classes);
    }

    @Test
    void whatIsExportedDependsOnNothingInternalExceptTheHost() {
        noClasses()
                .that()
                .resideInAnyPackage(exported())
                .and()
                .resideOutsideOfPackage("dev.tenon.core.host")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tenon.core.internal..")
                .check(classes);
    }

    @Test
    void exactlyThePublicPackagesAreExportedAndToEverybody() {
        var all = new TreeSet<String>();
        classes.forEach(c -> all.add(c.getPackageName()));
        all.removeIf(p -> p.isEmpty() || p.startsWith("dev.tenon.core.internal"));

        assertThat(exported()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(descriptor.exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
    }

    @Test
    void nothingIsOpenedButTheContainerPackageToWeld() {
        assertThat(descriptor.isOpen()).isFalse();
        assertThat(descriptor.opens())
                .extracting(ModuleDescriptor.Opens::source, ModuleDescriptor.Opens::targets)
                .containsExactly(tuple("dev.tenon.core.internal.cdi", Set.of("weld.core.impl")));
    }

    @Test
    void onlyTheContainersKnowWeldAndOnlyTheSourcesKnowTheirLibraries() {
        onlyIn("dev.tenon.core.internal.cdi", "org.jboss..");
        onlyIn("dev.tenon.core.internal.source", "io.smallrye..", "org.eclipse.microprofile..");
        onlyIn("dev.tenon.core.internal.source", "org.snakeyaml..");
    }

    private static void onlyIn(String place, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(classes);
    }

    @Test
    void linesForPeopleGoThroughSlf4jAlone() {
        onlyIn(LOOKING_FOR_REMAINS, "java.util.logging..", "org.jboss.logging..");
        for (var stream : Map.of("out", System.class, "err", System.class).entrySet()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(LOOKING_FOR_REMAINS)
                    .should()
                    .accessField(stream.getValue(), stream.getKey())
                    .check(classes);
        }
    }

    @Test
    void noSourceFileIsLongerThan400Lines() throws IOException {
        var sources = Path.of("src/main/java");
        try (var files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .hasSizeLessThanOrEqualTo(400);
            }
        }
    }

    private static String[] exported() {
        return descriptor.exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .toArray(String[]::new);
    }
}
