package dev.tenon.host;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the packages of the command line may know of each other. */
@AnalyzeClasses(packages = "dev.tenon.host", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.tenon.host.internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyJsonKnowsJackson =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.tenon.host.internal.json")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule reportsKnowNoHost =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.tenon.host.internal.output", "dev.tenon.host.internal.json")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.tenon.core.host");
}
