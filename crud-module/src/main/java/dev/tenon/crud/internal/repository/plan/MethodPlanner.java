package dev.tenon.crud.internal.repository.plan;

import dev.tenon.crud.error.RepositoryError;
import dev.tenon.crud.internal.query.Compiled;
import dev.tenon.crud.internal.query.QueryCompiler;
import dev.tenon.crud.internal.query.QueryMethod;
import dev.tenon.crud.internal.query.attribute.Entities;
import dev.tenon.crud.internal.query.check.AnnotatedOrder;
import dev.tenon.crud.internal.query.check.QueryParameter;
import dev.tenon.crud.internal.query.name.MethodName;
import dev.tenon.crud.internal.query.name.OtherVerb;
import dev.tenon.crud.internal.repository.declare.DeclaredMethod;
import dev.tenon.crud.internal.repository.declare.DeclaredParameter;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Accessor;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Change;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Querying;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.WithBody;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.mapping.EntityMapping;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what the methods of one repository do (Jakarta Data 1.0, "Precedence of repository
 * methods").
 *
 * @param primary the entity of methods that tell none
 */
record MethodPlanner(Entities entities, Optional<EntityMapping> primary, QueryCompiler compiler) {

    /** Returns what the method does, or nothing and adds what is wrong. */
    Optional<PlannedMethod> plan(DeclaredMethod method, MethodProblems problems) {
        if (method.hasBody()) {
            return withBody(method, problems);
        }
        if (method.returned().is(SessionFactory.class) && method.parameters().isEmpty()) {
            return Optional.of(new Accessor());
        }
        if (method.operations().size() > 1) {
            problems.add(
                    RepositoryError.SEVERAL_MEANINGS,
                    "has @" + String.join(" and @", method.operations()) + ".",
                    "Each of them says what it does.",
                    "Keep one of them.");
            return Optional.empty();
        }
        return method.operations().isEmpty()
                ? named(method, problems)
                : annotated(method.operations().getFirst(), method, problems);
    }

    private static Optional<PlannedMethod> withBody(
            DeclaredMethod method, MethodProblems problems) {
        if (method.operations().isEmpty()) {
            return Optional.of(new WithBody());
        }
        problems.add(
                RepositoryError.SEVERAL_MEANINGS,
                "has a body and @" + String.join(" and @", method.operations()) + ".",
                "Each of them says what it does.",
                "Remove the body, or the annotation.");
        return Optional.empty();
    }

    private Optional<PlannedMethod> annotated(
            String operation, DeclaredMethod method, MethodProblems problems) {
        var writing = new WritingCheck(entities);
        return switch (operation) {
            case "Query" -> text(method, problems);
            case "Find" -> byParameters(QueryCompiler.Action.FIND, method, problems);
            case "Insert" -> writing.check(Change.INSERT, method, problems);
            case "Update" -> writing.check(Change.UPDATE, method, problems);
            case "Save" -> writing.check(Change.SAVE, method, problems);
            default ->
                    writing.entity(method).isPresent()
                            ? writing.check(Change.DELETE, method, problems)
                            : byParameters(QueryCompiler.Action.DELETE, method, problems);
        };
    }

    private Optional<PlannedMethod> named(DeclaredMethod method, MethodProblems problems) {
        if (!MethodName.isQuery(method.name())) {
            addNoMeaning(method, problems);
            return Optional.empty();
        }
        var entity = entity(method, problems);
        return entity.flatMap(e -> {
            var querying = querying(method, Optional.of(e));
            return finished(method, problems, compiler.name(method.name(), querying));
        });
    }

    private void addNoMeaning(DeclaredMethod method, MethodProblems problems) {
        problems.add(
                RepositoryError.NO_MEANING,
                "says nothing that a repository could do.",
                "It has no annotation of Jakarta Data, and its name begins with none of find, count,"
                        + " exists and delete.",
                "Annotate it with @Find, @Query, @Insert, @Update, @Save or @Delete, name it "
                        + nearest(method).orElse("like findByTitle")
                        + ", or give it a body.");
    }

    /**
     * Returns the name of a query that is called otherwise elsewhere, if it would be a right one.
     */
    private Optional<String> nearest(DeclaredMethod method) {
        return returned(method)
                .or(() -> primary)
                .flatMap(entity ->
                        OtherVerb.translated(method.name())
                                .filter(name ->
                                        compiler.name(name, querying(method, Optional.of(entity)))
                                                instanceof Compiled.Good));
    }

    private Optional<PlannedMethod> text(DeclaredMethod method, MethodProblems problems) {
        var entity = returned(method).or(() -> primary);
        var query = method.query().orElse("");
        var compiled = compiler.text(query, querying(method, entity));
        boolean isNamed = query.contains(":");
        if (compiled instanceof Compiled.Bad && isNamed && lacksName(method)) {
            addNoNames(problems, "@Param");
            return Optional.empty();
        }
        return finished(method, problems, compiled);
    }

    private Optional<PlannedMethod> byParameters(
            QueryCompiler.Action action, DeclaredMethod method, MethodProblems problems) {
        var parameters = queryParameters(method);
        if (parameters.stream().anyMatch(p -> p.by().isEmpty() && p.name().isEmpty())) {
            addNoNames(problems, "@By");
            return Optional.empty();
        }
        var attributes = parameters.stream().map(p -> p.by().or(p::name).orElseThrow()).toList();
        return entity(method, problems)
                .flatMap(e ->
                        finished(
                                method,
                                problems,
                                compiler.parameters(
                                        action, attributes, querying(method, Optional.of(e)))));
    }

    private Optional<PlannedMethod> finished(
            DeclaredMethod method, MethodProblems problems, Compiled compiled) {
        var result = ResultShape.of(method.returned());
        var check = new SpecialsCheck(method, problems);
        var specials = check.check(result);
        return switch (compiled) {
            case Compiled.Bad(var flaws) -> {
                flaws.forEach(flaw ->
                        problems.add(
                                RepositoryError.WRONG_QUERY,
                                "has a query that is wrong: " + flaw.fact(),
                                flaw.cause(),
                                flaw.remedy()));
                yield Optional.empty();
            }
            case Compiled.Good(var query) ->
                    specials.filter(s -> new ResultCheck(result, s, problems).isRight(query))
                            .map(s -> new Querying(query, check.others(), s, result));
        };
    }

    /** Returns the entity that a method tells by what it returns, or that of the repository. */
    private Optional<EntityMapping> entity(DeclaredMethod method, MethodProblems problems) {
        var entity = returned(method).or(() -> primary);
        if (entity.isEmpty()) {
            problems.add(
                    RepositoryError.NO_ENTITY,
                    "does not tell which entity it is about.",
                    "It returns "
                            + method.returned().shown()
                            + ", the repository extends no DataRepository, and no entity is the only"
                            + " one that it writes.",
                    "Let the repository extend DataRepository with its entity, or return an entity"
                            + " that is named in @Database(entities = …).");
        }
        return entity;
    }

    private Optional<EntityMapping> returned(DeclaredMethod method) {
        return entities.ofClass(ResultShape.of(method.returned()).element().name());
    }

    private static QueryMethod querying(DeclaredMethod method, Optional<EntityMapping> entity) {
        return new QueryMethod(
                entity,
                queryParameters(method).stream().map(MethodPlanner::queryParameter).toList(),
                new AnnotatedOrder(
                        method.orders().stream()
                                .map(o ->
                                        new AnnotatedOrder.OrderBy(
                                                o.attribute(), !o.isDescending(), o.ignoresCase()))
                                .toList()));
    }

    private static List<DeclaredParameter> queryParameters(DeclaredMethod method) {
        return method.parameters().stream().filter(p -> !Specials.isOne(p.type())).toList();
    }

    private static QueryParameter queryParameter(DeclaredParameter parameter) {
        return new QueryParameter(
                parameter.param().or(parameter::name),
                parameter.type().valueName(),
                Contents.of(parameter.type()).map(t -> t.valueName()));
    }

    private static boolean lacksName(DeclaredMethod method) {
        return queryParameters(method).stream()
                .anyMatch(p -> p.param().isEmpty() && p.name().isEmpty());
    }

    private static void addNoNames(MethodProblems problems, String annotation) {
        problems.add(
                RepositoryError.NO_PARAMETER_NAMES,
                "has a parameter without a name.",
                "The class file does not have the names of its parameters.",
                "Compile the module with the option -parameters, or name each parameter with "
                        + annotation
                        + ".");
    }
}
