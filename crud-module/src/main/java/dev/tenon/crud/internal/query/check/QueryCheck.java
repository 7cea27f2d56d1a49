package dev.tenon.crud.internal.query.check;

import dev.tenon.core.error.SimilarName;
import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.attribute.Entities;
import dev.tenon.crud.internal.query.attribute.FoundAttribute;
import dev.tenon.crud.internal.query.checked.CheckedQuery;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Answer;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Change;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Removal;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Search;
import dev.tenon.crud.internal.query.checked.CheckedQuery.SortedColumn;
import dev.tenon.crud.internal.query.checked.Restriction;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.flaw.QueryFlaw;
import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Statement;
import dev.tenon.crud.internal.query.tree.Statement.Delete;
import dev.tenon.crud.internal.query.tree.Statement.Select;
import dev.tenon.crud.internal.query.tree.Statement.Selection;
import dev.tenon.crud.internal.query.tree.Statement.Target;
import dev.tenon.crud.internal.query.tree.Statement.Update;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks one query. */
public final class QueryCheck {

    private final Attributes attributes;
    private final Flaws flaws;
    private final Parameters parameters;
    private final Paths paths;
    private final Restrictions restrictions;
    private final Assignments assignments;
    private final AnnotatedOrder annotated;

    private QueryCheck(
            Attributes attributes,
            Optional<String> alias,
            List<QueryParameter> given,
            AnnotatedOrder annotated,
            EnumConstants constants,
            Flaws flaws) {
        this.attributes = attributes;
        this.annotated = annotated;
        this.flaws = flaws;
        this.parameters = new Parameters(given, flaws);
        this.paths = new Paths(attributes, alias, flaws);
        var scalars = new Scalars(paths, parameters, new EnumLiterals(constants, flaws), flaws);
        var parts = new Parts(paths, parameters, flaws);
        this.restrictions = new Restrictions(paths, scalars, parts, parameters, flaws);
        this.assignments = new Assignments(paths, scalars, parts, flaws);
    }

    /**
     * Returns the query if it makes sense, else nothing, and adds what is wrong with it.
     *
     * @param implied the entity that is queried where the query names none
     * @param given the parameters of the method that the query has to use
     * @param annotated by what the method sorts its results besides
     */
    public static Optional<CheckedQuery> of(
            Statement statement,
            Entities entities,
            Optional<EntityMapping> implied,
            List<QueryParameter> given,
            AnnotatedOrder annotated,
            EnumConstants constants,
            Flaws flaws) {
        var entity = entity(statement.target(), entities, implied, flaws);
        if (entity.isEmpty()) {
            return Optional.empty();
        }
        var check =
                new QueryCheck(
                        new Attributes(entity.get(), entities),
                        statement.target().flatMap(Target::alias),
                        given,
                        annotated,
                        constants,
                        flaws);
        var query = check.checked(statement);
        check.parameters.finish();
        return flaws.isEmpty() ? Optional.of(query) : Optional.empty();
    }

    private static Optional<EntityMapping> entity(
            Optional<Target> target,
            Entities entities,
            Optional<EntityMapping> implied,
            Flaws flaws) {
        if (target.isEmpty()) {
            if (implied.isEmpty()) {
                flaws.add(
                        new QueryFlaw(
                                "The query names no entity.",
                                "Neither the result of the method nor the repository tells which"
                                        + " one is meant.",
                                "Write FROM and the name of the entity."));
            }
            return implied;
        }
        var name = target.get().entity();
        var found = entities.named(name);
        if (found.isEmpty()) {
            flaws.add(
                    target.get().span(),
                    "There is no entity '" + name + "'",
                    "The database of the module has: " + String.join(", ", entities.names()) + ".",
                    SimilarName.of(name, entities.names())
                            .map(similar -> "Write '" + similar + "' instead.")
                            .orElse("Write the name of one of them, in its case."));
        }
        return found;
    }

    private CheckedQuery checked(Statement statement) {
        return switch (statement) {
            case Select select -> search(select);
            case Update(_, var values, var where) -> {
                annotated.refuse(flaws);
                yield new Change(attributes, assignments.of(values), where(where));
            }
            case Delete(_, var where) -> {
                annotated.refuse(flaws);
                yield new Removal(attributes, where(where));
            }
        };
    }

    private Search search(Select select) {
        return switch (select.selection()) {
            case Selection.Whole _ -> rows(select, List.of());
            case Selection.Attributes(var selected) -> rows(select, selection(selected));
            case Selection.Count _ -> summary(select, Answer.COUNT);
            case Selection.Existence _ -> summary(select, Answer.EXISTENCE);
        };
    }

    private Search rows(Select select, List<FoundAttribute> selection) {
        return new Search(
                attributes,
                Answer.ROWS,
                selection,
                where(select.where()),
                order(select),
                select.limit());
    }

    /** Returns a search of which no rows are seen, but what it says of them. */
    private Search summary(Select select, Answer answer) {
        annotated.refuse(flaws);
        return new Search(
                attributes,
                answer,
                List.of(),
                where(select.where()),
                new Sortings(paths, flaws).of(select.order()),
                select.limit());
    }

    private List<SortedColumn> order(Select select) {
        var order = new ArrayList<>(new Sortings(paths, flaws).of(select.order()));
        order.addAll(annotated.of(attributes, flaws));
        return order;
    }

    private List<FoundAttribute> selection(List<Expression> selected) {
        if (selected.size() == 1 && paths.isEntity(selected.getFirst())) {
            return List.of();
        }
        return selected.stream()
                .flatMap(s -> paths.expect(s).filter(a -> isSelectable(a, s)).stream())
                .toList();
    }

    private boolean isSelectable(FoundAttribute attribute, Expression expression) {
        return attribute.mapping() instanceof Embedded
                || paths.column(attribute, expression.span()).isPresent();
    }

    private Optional<Restriction> where(Optional<Condition> condition) {
        return condition.flatMap(c -> restrictions.of(c).map(r -> r));
    }
}
