package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.entity.Entities;
import dev.tenon.crud.internal.entity.EntityAccess;
import dev.tenon.crud.internal.entity.RowObjects;
import dev.tenon.crud.internal.entity.TypeNames;
import dev.tenon.crud.internal.query.checked.CheckedQuery;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Answer;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Search;
import dev.tenon.crud.internal.query.checked.Restriction;
import dev.tenon.crud.internal.query.checked.Scalar;
import dev.tenon.crud.internal.query.render.BoundQuery;
import dev.tenon.crud.internal.query.render.QueryRenderer;
import dev.tenon.crud.internal.query.render.RenderedQuery;
import dev.tenon.crud.internal.query.tree.Operator;
import dev.tenon.crud.internal.repository.plan.PlannedMethod;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Accessor;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Change;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Querying;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.WithBody;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Writing;
import dev.tenon.crud.internal.repository.plan.ResultShape.Form;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.database.Session;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import dev.tenon.database.mapping.EntityMapping;
import dev.tenon.database.mapping.MappedDatabase;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes calls of planned methods, for one module that runs. */
final class Calls {

    private final MappedDatabase database;
    private final ClassLoader loader;
    private final Entities entities;
    private final EntityArguments reader;
    private final QueryRenderer renderer;

    Calls(MappedDatabase database, Entities entities, ClassLoader loader) {
        this.database = database;
        this.loader = loader;
        this.entities = entities;
        reader = new EntityArguments(entities);
        renderer =
                new QueryRenderer(
                        Syntax.of(database.dialect()), database.declared(), this::constants);
    }

    /**
     * Makes a call.
     *
     * @param method the method of the class that was planned
     * @throws IllegalAccessException if the package of the interface is not open to this module
     */
    Call of(PlannedMethod planned, Method method) throws IllegalAccessException {
        return switch (planned) {
            case WithBody _ -> BodyCall.of(method);
            case Accessor _ -> (_, _) -> database.sessions();
            case Writing writing -> writing(writing);
            case Querying querying -> querying(querying, method);
        };
    }

    private Optional<List<String>> constants(String enumName) {
        var constants = TypeNames.load(enumName, loader).getEnumConstants();
        return Optional.of(
                Arrays.stream(constants).map(constant -> ((Enum<?>) constant).name()).toList());
    }

    private Call writing(Writing writing) {
        var entity = entities.of(writing.entity());
        var failures =
                writing.change() == Change.INSERT
                        ? new Failures(keys(entity.mapping()))
                        : Failures.OF_QUERIES;
        return new WritingCall(
                writing,
                entity,
                new Executor(database.sessions(), failures, writing.result().isAsync()));
    }

    private static Set<String> keys(EntityMapping entity) {
        var keys = new HashSet<String>();
        for (var id : entity.ids()) {
            if (id instanceof Basic basic) {
                keys.add(basic.column());
            } else if (id instanceof Reference reference) {
                keys.add(reference.column());
            }
        }
        return keys;
    }

    private Call querying(Querying querying, Method method) {
        return switch (querying.query()) {
            case Search search when search.answer() == Answer.COUNT ->
                    counting(querying, renderer.count(search), false, Calls::number);
            case Search search when search.answer() == Answer.EXISTENCE ->
                    counting(querying, renderer.existence(search), false, Calls::rows);
            case Search search -> searching(querying, search, method);
            case CheckedQuery.Change change ->
                    counting(querying, renderer.change(change), true, Calls::changed);
            case CheckedQuery.Removal removal ->
                    counting(querying, renderer.removal(removal), true, Calls::changed);
        };
    }

    private Call counting(
            Querying querying,
            RenderedQuery query,
            boolean isWriting,
            java.util.function.BiFunction<Session, BoundQuery, Long> action) {
        return new CountingCall(
                querying,
                arguments -> bound(query, arguments),
                isWriting,
                action,
                executor(querying));
    }

    private Executor executor(Querying querying) {
        return new Executor(database.sessions(), Failures.OF_QUERIES, querying.result().isAsync());
    }

    /** What a column does not take is found before there is a session. */
    private BoundQuery bound(RenderedQuery query, @Nullable Object[] arguments) {
        try {
            return query.bind(arguments, reader);
        } catch (DatabaseException e) {
            throw Failures.OF_QUERIES.of(e);
        }
    }

    private static Long number(Session session, BoundQuery query) {
        return session.query(query.sql(), query.values()).one(Long.class);
    }

    private static Long rows(Session session, BoundQuery query) {
        return (long) session.query(query.sql(), query.values()).list(Integer.class).size();
    }

    private static Long changed(Session session, BoundQuery query) {
        return session.execute(query.sql(), query.values());
    }

    private Call searching(Querying querying, Search search, Method method) {
        var rendered = renderer.rows(search);
        var entity = entities.of(search.attributes().entity().className());
        RowObjects rows =
                search.selection().isEmpty()
                        ? entity
                        : entity.attribute(search.selection().getFirst().path());
        var form = querying.result().form();
        if (form.isPage()) {
            return new PageCall(
                    querying,
                    rendered,
                    renderer.count(search),
                    rows,
                    form == Form.CURSORED_PAGE
                            ? Optional.of(entity)
                            : Optional.<EntityAccess>empty(),
                    reader,
                    executor(querying));
        }
        return new SearchCall(
                querying,
                rendered,
                isUnique(search, querying),
                rows,
                new Results(form, element(querying), shown(method)),
                reader,
                executor(querying));
    }

    private Class<?> element(Querying querying) {
        return TypeNames.load(querying.result().element().valueName(), loader);
    }

    private static String shown(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Whether rows are found by their key, or one at most is wanted. */
    private static boolean isUnique(Search search, Querying querying) {
        boolean isLimited = search.limit().isPresent() && search.limit().getAsInt() == 1;
        return !querying.result().form().isSeveral()
                && (isLimited || search.where().filter(w -> isByKey(w, search)).isPresent());
    }

    private static boolean isByKey(Restriction where, Search search) {
        var ids = search.attributes().entity().ids();
        return where
                        instanceof
                        Restriction.Compared(
                                Scalar.Column column,
                                Operator operator,
                                Scalar.Given _,
                                boolean ignoresCase)
                && operator == Operator.EQUAL
                && !ignoresCase
                && column.hops().isEmpty()
                && ids.size() == 1
                && ids.getFirst() instanceof Basic key
                && key.column().equals(column.name());
    }
}
