package dev.tenon.crud.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.tenon.crud.CrudService;
import dev.tenon.fixtures.structure.CompiledModule;
import dev.tenon.fixtures.structure.StructureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrudArchitectureTest implements StructureRules {

    private static final CompiledModule MODULE = CompiledModule.of(CrudService.class);

    @Override
    public CompiledModule module() {
        return MODULE;
    }

    @Override
    public List<String> hiddenLibraries() {
        return List.of("org.hibernate..", "org.jboss..");
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
                .check(MODULE.classes());
    }
}
