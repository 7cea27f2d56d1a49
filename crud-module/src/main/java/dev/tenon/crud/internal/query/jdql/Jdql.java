package dev.tenon.crud.internal.query.jdql;

import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.jdql.Token.Kind;
import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Statement;
import dev.tenon.crud.internal.query.tree.Statement.Assignment;
import dev.tenon.crud.internal.query.tree.Statement.Delete;
import dev.tenon.crud.internal.query.tree.Statement.Select;
import dev.tenon.crud.internal.query.tree.Statement.Selection;
import dev.tenon.crud.internal.query.tree.Statement.Sorting;
import dev.tenon.crud.internal.query.tree.Statement.Target;
import dev.tenon.crud.internal.query.tree.Statement.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a query by recursive descent, clause by clause. */
public final class Jdql {

    private final Tokens tokens;
    private final Expressions expressions;

    private Jdql(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new Expressions(tokens);
    }

    /** Returns what a query says, or nothing and adds the flaw if it cannot be read. */
    public static Optional<Statement> read(String query, Flaws flaws) {
        try {
            return Optional.of(new Jdql(new Tokens(Lexer.tokens(query))).statement());
        } catch (SyntaxFlaw flaw) {
            flaws.add(flaw.where(), flaw.fact(), flaw.why(), flaw.remedy());
            return Optional.empty();
        }
    }

    private Statement statement() throws SyntaxFlaw {
        Statement statement;
        if (tokens.took("update")) {
            statement = update();
        } else if (tokens.took("delete")) {
            tokens.expect("from");
            statement = new Delete(Optional.of(target()), where());
        } else {
            statement = select();
        }
        if (tokens.peek().kind() != Kind.END) {
            throw misplaced(statement);
        }
        expressions.checkSubjects(statement.target().flatMap(Target::alias));
        return statement;
    }

    /** Returns the flaw that a query goes on; a word before it may have been taken for a name. */
    private SyntaxFlaw misplaced(Statement statement) {
        var expected =
                statement instanceof Select
                        ? "SELECT, FROM, WHERE or ORDER BY, in this order,"
                        : "WHERE or the end of the query";
        return BeyondJdql.flaw(tokens.peek())
                .or(() -> BeyondJdql.flaw(tokens.peek(-1)))
                .orElseGet(() -> tokens.unexpected(expected));
    }

    private Statement update() throws SyntaxFlaw {
        var target = target();
        tokens.expect("set");
        var assignments = new ArrayList<Assignment>();
        do {
            var attribute = expressions.path();
            tokens.expectSymbol("=");
            assignments.add(
                    new Assignment(
                            attribute,
                            tokens.took("null")
                                    ? Optional.empty()
                                    : Optional.of(expressions.next())));
        } while (tokens.tookSymbol(","));
        return new Update(target, assignments, where());
    }

    private Select select() throws SyntaxFlaw {
        var selection = tokens.took("select") ? selection() : new Selection.Whole();
        Optional<Target> target = tokens.took("from") ? Optional.of(target()) : Optional.empty();
        return new Select(selection, target, where(), order(), OptionalInt.empty());
    }

    private Selection selection() throws SyntaxFlaw {
        if (tokens.peek().isWord("count") && tokens.peek(1).isSymbol("(")) {
            tokens.take();
            expressions.subject();
            tokens.expectSymbol(")");
            return new Selection.Count();
        }
        var paths = new ArrayList<Expression>();
        do {
            paths.add(expressions.attribute());
        } while (tokens.tookSymbol(","));
        return new Selection.Attributes(paths);
    }

    private Target target() throws SyntaxFlaw {
        var entity = tokens.expectName("the name of an entity");
        boolean isNamed = tokens.took("as");
        var alias =
                isNamed || Tokens.isName(tokens.peek())
                        ? Optional.of(tokens.expectName("a name for the entity").text())
                        : Optional.<String>empty();
        return new Target(entity.text(), alias, entity.span());
    }

    private Optional<Condition> where() throws SyntaxFlaw {
        return tokens.took("where")
                ? Optional.of(new Conditions(tokens, expressions).next())
                : Optional.empty();
    }

    private List<Sorting> order() throws SyntaxFlaw {
        var order = new ArrayList<Sorting>();
        if (tokens.took("order")) {
            tokens.expect("by");
            do {
                var attribute = expressions.attribute();
                boolean isDescending = tokens.took("desc");
                if (!isDescending) {
                    tokens.took("asc");
                }
                order.add(new Sorting(attribute, !isDescending, false));
            } while (tokens.tookSymbol(","));
        }
        return order;
    }
}
