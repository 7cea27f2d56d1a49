package dev.tenon.crud.internal.query;

import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.attribute.Entities;
import dev.tenon.crud.internal.query.check.AnnotatedOrder;
import dev.tenon.crud.internal.query.check.EnumConstants;
import dev.tenon.crud.internal.query.check.QueryCheck;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.flaw.Source;
import dev.tenon.crud.internal.query.jdql.Jdql;
import dev.tenon.crud.internal.query.name.MethodName;
import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Operator;
import dev.tenon.crud.internal.query.tree.Span;
import dev.tenon.crud.internal.query.tree.Statement;
import dev.tenon.crud.internal.query.tree.Statement.Delete;
import dev.tenon.crud.internal.query.tree.Statement.Select;
import dev.tenon.crud.internal.query.tree.Statement.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes checked queries of what repository methods say, for one module, of whose classes none is
 * loaded. Immutable.
 */
public final class QueryCompiler {

    private final Entities entities;
    private final EnumConstants constants;

    /** Makes one for the entities of a module. */
    public QueryCompiler(Entities entities, EnumConstants constants) {
        this.entities = entities;
        this.constants = constants;
    }

    /** Compiles a text in the query language, as {@code @Query} has it. */
    public Compiled text(String query, QueryMethod method) {
        var flaws = new Flaws(new Source.Text(query));
        return compiled(Jdql.read(query, flaws), method, flaws);
    }

    /**
     * Compiles the name of a method.
     *
     * @param method has to tell the entity
     */
    public Compiled name(String name, QueryMethod method) {
        var flaws = new Flaws(new Source.Name(name));
        var attributes = new Attributes(method.entity().orElseThrow(), entities);
        return compiled(MethodName.read(name, attributes, flaws), method, flaws);
    }

    /** What a method does with the rows that its parameters tell. */
    public enum Action {
        FIND,
        DELETE
    }

    /**
     * Compiles the parameters of a method: each of them has to be equal to an attribute.
     *
     * @param properties the attribute for each parameter, as {@code @By} has it, or the name of the
     *     parameter
     */
    public Compiled parameters(Action action, List<String> properties, QueryMethod method) {
        var conditions = new ArrayList<Condition>();
        for (int i = 0; i < properties.size(); i++) {
            var span = new Span(i, i + 1);
            conditions.add(
                    new Condition.Comparison(
                            AnnotatedOrder.attribute(properties.get(i), span),
                            Operator.EQUAL,
                            new Expression.Positional(i + 1, span),
                            false));
        }
        Optional<Condition> where =
                switch (conditions.size()) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of(conditions.getFirst());
                    default -> Optional.of(new Condition.And(conditions));
                };
        var statement =
                action == Action.DELETE
                        ? new Delete(Optional.empty(), where)
                        : new Select(
                                new Selection.Whole(),
                                Optional.empty(),
                                where,
                                List.of(),
                                OptionalInt.empty());
        return compiled(
                Optional.of(statement), method, new Flaws(new Source.Signature(properties)));
    }

    private Compiled compiled(Optional<Statement> read, QueryMethod method, Flaws flaws) {
        return read.flatMap(statement ->
                        QueryCheck.of(
                                statement,
                                entities,
                                method.entity(),
                                method.parameters(),
                                method.order(),
                                constants,
                                flaws))
                .<Compiled>map(Compiled.Good::new)
                .orElseGet(() -> new Compiled.Bad(flaws.all()));
    }
}
