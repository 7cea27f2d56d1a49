package dev.tenon.database.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.tenon.database.Database;
import dev.tenon.fixtures.structure.CompiledModule;
import dev.tenon.fixtures.structure.StructureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseArchitectureTest implements StructureRules {

    private static final CompiledModule MODULE = CompiledModule.of(Database.class);

    @Override
    public CompiledModule module() {
        return MODULE;
    }

    @Override
    public List<String> hiddenLibraries() {
        return List.of(
                "com.zaxxer..", "org.sqlite..", "org.postgresql..", "org.mariadb..", "org.jboss..");
    }

    /** Whoever opens a connection past the sessions opens one that nobody watches. */
    @Test
    void onlyEnginesKnowDriversAndOpenConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tenon.database.internal.engine..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(hiddenLibraries().toArray(String[]::new))
                .check(MODULE.classes());
    }

    @Test
    void whatIsDeclaredIsReadWithoutConnections() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.tenon.database.schema", "dev.tenon.database.internal.declare")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(MODULE.classes());
    }
}
