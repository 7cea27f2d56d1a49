package dev.tenon.crud.internal.module;

import dev.tenon.core.error.Problem;
import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.core.spi.PlanContributor;
import dev.tenon.core.spi.Preparation;
import dev.tenon.crud.internal.repository.plan.RepositoryPlanner;
import dev.tenon.crud.internal.table.MarkProblems;
import dev.tenon.crud.internal.table.MarkReader;
import dev.tenon.crud.internal.table.TableMarks;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.DeclaredEntities;
import dev.tenon.database.mapping.EntityMapping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Says in the plan of each module with a database what is wrong with its part in CRUD. */
public final class CrudPlans implements PlanContributor {

    /** Made by the service loader. */
    public CrudPlans() {}

    @Override
    public Reading begin(PlanSettings settings) {
        return CrudPlans::read;
    }

    private static Findings read(ModuleFiles module) throws IOException {
        var problems = new ArrayList<Problem>();
        var preparations = new ArrayList<Preparation>();
        var marks = MarkReader.read(module);
        if (marks.isPresent()) {
            problems.addAll(markProblems(module, marks.get()));
            preparations.add(new CrudPreparation(marks.get()));
        }
        var repositories = RepositoryPlanner.plan(module);
        problems.addAll(repositories.problems());
        if (!repositories.repositories().isEmpty()) {
            preparations.add(new RepositoryPreparation(repositories.repositories()));
        }
        return new Findings(List.of(), problems, preparations);
    }

    /** Tables that are known at the start only are looked at then. */
    private static List<Problem> markProblems(ModuleFiles module, TableMarks marks)
            throws IOException {
        if (marks.isEmpty()) {
            return List.of();
        }
        var tables = new TreeSet<String>();
        for (EntityMapping entity : DeclaredEntities.provided().of(module).orElse(List.of())) {
            tables.add(entity.table());
            for (AttributeMapping attribute : entity.attributes()) {
                if (attribute instanceof AttributeMapping.Elements elements) {
                    tables.add(elements.table());
                }
            }
        }
        return tables.isEmpty()
                ? List.of()
                : new MarkProblems(module.moduleName(), tables).of(marks, "@TableAccess");
    }
}
