package dev.tenon.crud.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.tenon.crud.CrudService;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CrudArchitectureTest {

    private static final String ROOT = "dev.tenon.crud";
    private static final String INTERNAL = ROOT + ".internal..";
    private static final String[] LIBRARIES = {"org.hibernate..", "org.jboss.."};

    /** Each package is a slice, the root of the module too. */
    private static final SliceAssignment BY_PACKAGE =
            new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return type.getPackageName().startsWith(ROOT)
                            ? SliceIdentifier.of(type.getPackageName())
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "the packages of " + ROOT;
                }
            };

    private static JavaClasses classes;
    private static ModuleDescriptor descriptor;

    @BeforeAll
    static void readTheCompiledModule() throws Exception {
        var location =
                Path.of(
                        CrudService.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        classes = new ClassFileImporter().importPath(location);
        descriptor = ModuleFinder.of(location).find(ROOT).orElseThrow().descriptor();
    }

    @Test
    void packagesAreFreeOfCycles() {
        assertThat(classes.contain(CrudService.class)).isTrue();
        slices().assignedFrom(BY_PACKAGE).should().beFreeOfCycles().check(classes);
    }

    @Test
    void whatIsExportedShowsNoLibraryAndNothingInternal() {
        noClasses()
                .that()
                .resideInAnyPackage(exported())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LIBRARIES)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage(INTERNAL)
                .check(classes);
    }

    @Test
    void exactlyThePublicPackagesAreExportedAndToEverybody() {
        var all = new TreeSet<String>();
        classes.forEach(c -> all.add(c.getPackageName()));
        all.removeIf(p -> p.isEmpty() || p.startsWith(ROOT + ".internal"));

        assertThat(exported()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(descriptor.exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
    }

    @Test
    void rowsAreReachedThroughSessionsAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.Statement")
                .check(classes);
    }

    @Test
    void linesForPeopleGoThroughSlf4jAlone() {
        for (var stream : Map.of("out", System.class, "err", System.class).entrySet()) {
            noClasses().should().accessField(stream.getValue(), stream.getKey()).check(classes);
        }
    }

    @Test
    void noSourceFileIsLongerThan400Lines() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
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
