package dev.tenon.crud.internal.repository.plan;

import static java.util.stream.Collectors.toSet;

import dev.tenon.core.error.Problem;
import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.crud.error.RepositoryError;
import dev.tenon.crud.internal.query.QueryCompiler;
import dev.tenon.crud.internal.query.attribute.Entities;
import dev.tenon.crud.internal.repository.declare.DeclaredMethod;
import dev.tenon.crud.internal.repository.declare.DeclaredRepository;
import dev.tenon.crud.internal.repository.declare.JavaType;
import dev.tenon.crud.internal.repository.declare.OtherType;
import dev.tenon.crud.internal.repository.declare.RepositoryReader;
import dev.tenon.database.mapping.DeclaredEntities;
import dev.tenon.database.mapping.EntityMapping;
import jakarta.data.repository.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans the repositories of a module. */
public final class RepositoryPlanner {

    /** By what name {@code @Repository(provider = …)} asks for this one. */
    public static final String PROVIDER = "Tenon";

    private static final Set<String> OF_OBJECT =
            Set.of("equals(Object)", "hashCode()", "toString()");

    private static final Set<String> WRITING = Set.of("Insert", "Update", "Save", "Delete");

    private final ModuleFiles module;
    private final List<Problem> problems = new ArrayList<>();

    private RepositoryPlanner(ModuleFiles module) {
        this.module = module;
    }

    /**
     * What there is to say of the repositories of a module.
     *
     * @param repositories those that can be started: all of them, if there are no problems
     */
    public record Outcome(List<PlannedRepository> repositories, List<Problem> problems) {

        public Outcome {
            repositories = List.copyOf(repositories);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Plans them.
     *
     * @throws IOException if a class file cannot be read
     * @throws IllegalArgumentException if one is damaged
     */
    public static Outcome plan(ModuleFiles module) throws IOException {
        var planner = new RepositoryPlanner(module);
        return new Outcome(planner.plan(), planner.problems);
    }

    private List<PlannedRepository> plan() throws IOException {
        var declared = ours();
        if (declared.isEmpty()) {
            return List.of();
        }
        var database = DatabaseName.of(module);
        if (database.isEmpty()) {
            declared.forEach(this::addNoDatabase);
            return List.of();
        }
        declared.forEach(r -> checkDataStore(r, database.get()));
        var entities = DeclaredEntities.provided().of(module);
        // Otherwise the plan says already what is wrong with them.
        return entities.map(all -> plan(declared, new Entities(all))).orElse(List.of());
    }

    /** Returns those that are not for another provider. */
    private List<DeclaredRepository> ours() throws IOException {
        var others = new OtherEntities(module);
        var ours = new ArrayList<DeclaredRepository>();
        var found = new RepositoryReader(module).read();
        found.others().forEach(this::addNoInterface);
        for (var repository : found.repositories()) {
            boolean isForAny = repository.provider().equals(Repository.ANY_PROVIDER);
            if (repository.provider().equals(PROVIDER)
                    || (isForAny && !others.areThoseOf(repository))) {
                ours.add(repository);
            }
        }
        return ours;
    }

    private void addNoInterface(OtherType other) {
        if (!other.provider().equals(PROVIDER)
                && !other.provider().equals(Repository.ANY_PROVIDER)) {
            return;
        }
        problems.add(
                Problem.error(
                        RepositoryError.NO_INTERFACE,
                        "The repository "
                                + other.className()
                                + " of the module "
                                + module.moduleName()
                                + " is "
                                + other.kind()
                                + ".",
                        "@Repository asks for an implementation, which only an interface that is not"
                                + " sealed can be given.",
                        "Make it such an interface, or remove @Repository from it."));
    }

    private List<PlannedRepository> plan(List<DeclaredRepository> declared, Entities entities) {
        var compiler = new QueryCompiler(entities, new EnumFiles(module));
        return declared.stream().map(r -> plan(r, entities, compiler)).toList();
    }

    private PlannedRepository plan(
            DeclaredRepository repository, Entities entities, QueryCompiler compiler) {
        var methods = new HashMap<String, PlannedMethod>();
        if (isReadable(repository) && hasKnownEntity(repository, entities)) {
            var planner = new MethodPlanner(entities, primary(repository, entities), compiler);
            for (var method : repository.methods()) {
                if (!OF_OBJECT.contains(method.shown())) {
                    planner.plan(method, new MethodProblems(repository, method, problems))
                            .ifPresent(p ->
                                    method.descriptors()
                                            .forEach(d -> methods.put(method.name() + d, p)));
                }
            }
        }
        return new PlannedRepository(repository.className(), methods);
    }

    private static Optional<EntityMapping> primary(
            DeclaredRepository repository, Entities entities) {
        if (repository.entity().isPresent()) {
            return entities.ofClass(repository.entity().get().name());
        }
        var writing = new WritingCheck(entities);
        var written =
                repository.methods().stream()
                        .filter(RepositoryPlanner::isWriting)
                        .flatMap(m -> writing.entity(m).stream())
                        .collect(toSet());
        return written.size() == 1 ? written.stream().findFirst() : Optional.empty();
    }

    private static boolean isWriting(DeclaredMethod method) {
        return method.operations().stream().anyMatch(WRITING::contains);
    }

    private boolean isReadable(DeclaredRepository repository) {
        for (var parent : repository.unread()) {
            problems.add(
                    Problem.error(
                            RepositoryError.UNREADABLE_PARENT,
                            "The repository "
                                    + repository.className()
                                    + " inherits from "
                                    + parent
                                    + ".",
                            "That interface is neither in the module nor in Jakarta Data, and its"
                                    + " methods cannot be checked.",
                            "Put the interface into the module, or its methods into the"
                                    + " repository."));
        }
        return repository.unread().isEmpty();
    }

    private boolean hasKnownEntity(DeclaredRepository repository, Entities entities) {
        var unknown = repository.entity().filter(e -> entities.ofClass(e.name()).isEmpty());
        unknown.ifPresent(entity -> addUnknown(repository, entity, entities));
        return unknown.isEmpty();
    }

    private void addUnknown(DeclaredRepository repository, JavaType entity, Entities entities) {
        problems.add(
                Problem.error(
                        RepositoryError.UNKNOWN_ENTITY,
                        "The repository "
                                + repository.className()
                                + " is one of "
                                + entity.name()
                                + ", which is no entity of the module.",
                        "The entities of the module are: "
                                + (entities.all().isEmpty()
                                        ? "none"
                                        : String.join(", ", entities.names()))
                                + ".",
                        "Name "
                                + entity.shown()
                                + ".class in @Database(entities = …) on the class of the plugin."));
    }

    private void addNoDatabase(DeclaredRepository repository) {
        problems.add(
                Problem.error(
                        RepositoryError.NO_DATABASE,
                        "The module "
                                + module.moduleName()
                                + " has the repository "
                                + repository.className()
                                + " and no database.",
                        "Its plugin class "
                                + module.pluginClass()
                                + " has no annotation @Database.",
                        "Add @Database(name = …, entities = …) to it."));
    }

    private void checkDataStore(DeclaredRepository repository, String database) {
        var wanted = repository.dataStore();
        if (!wanted.equals(Repository.DEFAULT_DATA_STORE) && !wanted.equals(database)) {
            problems.add(
                    Problem.error(
                            RepositoryError.OTHER_DATA_STORE,
                            "The repository "
                                    + repository.className()
                                    + " is to be on the data store "
                                    + wanted
                                    + ".",
                            "The database of its module is called " + database + ".",
                            "Remove dataStore, or write dataStore = \"" + database + "\"."));
        }
    }
}
