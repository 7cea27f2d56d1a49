package dev.tenon.database.internal.declare;

import dev.tenon.core.Inspection;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.Result;
import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.core.spi.PlanContributor.Findings;
import dev.tenon.core.spi.PlanContributor.Reading;
import dev.tenon.core.spi.RestingModules;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.internal.migration.source.MigrationReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The databases of one plan, with the modules that declare them. */
public final class PlannedDatabases implements Reading {

    private final DatabaseWork work;

    /** By the name in lower case: there are file systems that do not tell the case. */
    private final Map<String, Set<String>> owners = new TreeMap<>();

    /** Those whose names can be those of databases. */
    private final List<Declaration> usable = new ArrayList<>();

    /**
     * Begins a plan.
     *
     * @param work what is done with the databases
     */
    public PlannedDatabases(DatabaseWork work) {
        this.work = work;
    }

    @Override
    public Findings read(ModuleFiles module) throws IOException {
        var reader = new DeclarationReader(module.moduleName(), module::classModel);
        var declared = reader.read(module.pluginClass());
        if (declared.isEmpty()) {
            var problems = new ArrayList<>(reader.problems());
            undeclared(module).ifPresent(problems::add);
            return new Findings(List.of(), problems, List.of());
        }
        var declaration = declared.get();
        owners.computeIfAbsent(
                        declaration.database().toLowerCase(Locale.ROOT), _ -> new TreeSet<>())
                .add(declaration.module());
        if (declaration.problems().stream().anyMatch(p -> p.code() == SchemaError.DATABASE_NAME)) {
            // Such a name may be none of a file, or lead to another one.
            return new Findings(List.of(), declaration.problems(), List.of());
        }
        var engine = work.engine(declaration.database());
        declaration = withMigrations(declaration, module, engine.toOptional());
        usable.add(declaration);
        var problems = new ArrayList<>(declaration.problems());
        switch (engine) {
            case Result.Success<Engine>(var known) ->
                    problems.addAll(EngineFit.problems(declaration, known.dialect()));
            case Result.Failure<Engine>(InvalidSchemaException e) -> problems.addAll(e.problems());
            case Result.Failure<Engine>(var e) -> problems.add(e.problem());
        }
        return new Findings(
                DatabaseDetails.of(declaration, engine.toOptional().map(Engine::dialect)),
                problems,
                List.of(work.preparation(declaration)));
    }

    private Declaration withMigrations(
            Declaration declaration, ModuleFiles module, Optional<Engine> engine)
            throws IOException {
        var reader = new MigrationReader(module, work.engineNames(), Constructible::isSo);
        var migrations = reader.read(engine.map(Engine::name));
        return declaration.with(migrations, reader.problems());
    }

    private static Optional<Problem> undeclared(ModuleFiles module) throws IOException {
        return MigrationReader.first(module)
                .map(place ->
                        Problem.warning(
                                MigrationError.NOT_DECLARED,
                                "The migration %s of the module %s is not run."
                                        .formatted(
                                                place.replaceAll("\\p{C}", "?"),
                                                module.moduleName()),
                                "The module declares no database.",
                                MigrationError.NOT_DECLARED.remedy()));
    }

    @Override
    public Map<String, List<Problem>> conclude() {
        var problems = new HashMap<String, List<Problem>>();
        owners.forEach((database, modules) -> {
            if (modules.size() > 1) {
                modules.forEach(
                        module -> problems.put(module, List.of(taken(database, module, modules))));
            }
        });
        return problems;
    }

    @Override
    public List<Inspection> inspect() {
        return work.inspect(usable);
    }

    @Override
    public <T> Optional<T> tool(Class<T> type, RestingModules modules) {
        return work.tool(type, usable, modules);
    }

    private static Problem taken(String database, String module, Set<String> modules) {
        return Problem.error(
                SchemaError.DATABASE_TAKEN,
                "The module %s cannot have the database '%s'."
                        .formatted(module, database.replaceAll("\\p{C}", "?")),
                "These modules declare it: " + String.join(", ", modules) + ".",
                SchemaError.DATABASE_TAKEN.remedy());
    }
}
