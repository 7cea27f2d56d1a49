package dev.tenon.crud.internal.query.jdql;

import dev.tenon.crud.internal.query.jdql.Token.Kind;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Expression.Call;
import dev.tenon.crud.internal.query.tree.Expression.Clock;
import dev.tenon.crud.internal.query.tree.Expression.Function;
import dev.tenon.crud.internal.query.tree.Expression.Path;
import dev.tenon.crud.internal.query.tree.Expression.Sign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what has a value: {@code scalar_expression} of the grammar. */
final class Expressions {

    /** From what is applied last to what is applied first; those of one level from the left. */
    private static final List<List<Sign>> LEVELS =
            List.of(
                    List.of(Sign.JOINED),
                    List.of(Sign.PLUS, Sign.MINUS),
                    List.of(Sign.TIMES, Sign.BY));

    private final Tokens tokens;
    private final List<Token> subjects = new ArrayList<>();

    Expressions(Tokens tokens) {
        this.tokens = tokens;
    }

    Expression next() throws SyntaxFlaw {
        return level(0);
    }

    private Expression level(int level) throws SyntaxFlaw {
        if (level == LEVELS.size()) {
            return signed();
        }
        var left = level(level + 1);
        for (var sign = sign(level); sign.isPresent(); sign = sign(level)) {
            left = new Expression.Operation(left, sign.get(), level(level + 1));
        }
        return left;
    }

    private Optional<Sign> sign(int level) {
        return LEVELS.get(level).stream().filter(s -> tokens.tookSymbol(s.symbol())).findFirst();
    }

    private Expression signed() throws SyntaxFlaw {
        var first = tokens.peek();
        if (tokens.tookSymbol("+")) {
            return signed();
        }
        if (!tokens.tookSymbol("-")) {
            return primary();
        }
        // With its sign, as the smallest number has no positive one.
        return switch (tokens.peek().kind()) {
            case INTEGER, DECIMAL -> numeral(first);
            default -> {
                var operand = signed();
                yield new Expression.Negative(operand, first.span().to(operand.span()));
            }
        };
    }

    private Expression numeral(Token first) throws SyntaxFlaw {
        boolean isNegative = first.isSymbol("-");
        var token = tokens.take();
        var span = first.span().to(token.span());
        return token.kind() == Kind.INTEGER
                ? Numerals.whole(token, isNegative, span)
                : Numerals.decimal(token, isNegative, span);
    }

    private Expression primary() throws SyntaxFlaw {
        var token = tokens.peek();
        return switch (token.kind()) {
            case INTEGER, DECIMAL -> numeral(token);
            case STRING -> new Expression.Literal(tokens.take().text(), token.span());
            case NAMED -> new Expression.Named(tokens.take().text(), token.span());
            case ORDINAL ->
                    new Expression.Positional(Integer.parseInt(tokens.take().text()), token.span());
            case SYMBOL -> grouped();
            case WORD -> word();
            case END -> throw tokens.unexpected("a value");
        };
    }

    private Expression grouped() throws SyntaxFlaw {
        if (!tokens.tookSymbol("(")) {
            throw tokens.unexpected("a value");
        }
        var inner = next();
        tokens.expectSymbol(")");
        return inner;
    }

    private Expression word() throws SyntaxFlaw {
        var token = tokens.peek();
        if (tokens.took("true") || tokens.took("false")) {
            return new Expression.Literal(token.isWord("true"), token.span());
        }
        if (token.isWord("null")) {
            throw new SyntaxFlaw(
                    token.span(),
                    "There is NULL where a value is expected",
                    "Nothing is equal to NULL.",
                    "Write IS NULL or IS NOT NULL behind the attribute.");
        }
        if (token.isWord("local") && tokens.peek(1).kind() == Kind.WORD) {
            return current();
        }
        return tokens.peek(1).isSymbol("(") ? call() : path();
    }

    private Expression current() throws SyntaxFlaw {
        var first = tokens.take();
        for (var clock : Clock.values()) {
            var last = tokens.peek();
            if (tokens.took(clock.name())) {
                return new Expression.Current(clock, first.span().to(last.span()));
            }
        }
        throw tokens.unexpected("DATE, TIME or DATETIME");
    }

    /** Reads the key or version of the row, or a function. */
    private Expression call() throws SyntaxFlaw {
        var name = tokens.peek();
        if (name.isWord("id") || name.isWord("version")) {
            tokens.take();
            subject();
            var span = name.span().to(tokens.expectSymbol(")").span());
            return name.isWord("id") ? new Expression.Key(span) : new Expression.Version(span);
        }
        var function = function(name);
        tokens.take();
        tokens.expectSymbol("(");
        var arguments = new ArrayList<Expression>();
        do {
            arguments.add(next());
        } while (tokens.tookSymbol(","));
        var span = name.span().to(tokens.expectSymbol(")").span());
        int expected = function == Function.LEFT || function == Function.RIGHT ? 2 : 1;
        if (arguments.size() != expected) {
            throw new SyntaxFlaw(
                    span,
                    name.text() + " has " + arguments.size() + " arguments",
                    "It takes " + (expected == 1 ? "one." : "a text and a number of characters."),
                    "Give it " + (expected == 1 ? "one argument." : "two arguments."));
        }
        return new Call(function, arguments, span);
    }

    /** Reads the parenthesis and the entity, of which it is checked later that it is the one. */
    void subject() throws SyntaxFlaw {
        tokens.expectSymbol("(");
        subjects.add(tokens.expectName("THIS"));
    }

    /** Checks that the entity is called as it may be. */
    void checkSubjects(Optional<String> alias) throws SyntaxFlaw {
        for (var subject : subjects) {
            if (!subject.isWord("this") && !alias.equals(Optional.of(subject.text()))) {
                throw new SyntaxFlaw(
                        subject.span(),
                        "There is " + subject.shown() + " where THIS is expected",
                        "The entity of the query is called so.",
                        "Write THIS there.");
            }
        }
    }

    private static Function function(Token name) throws SyntaxFlaw {
        return Arrays.stream(Function.values())
                .filter(f -> name.isWord(f.name()))
                .findFirst()
                .orElseThrow(() ->
                        new SyntaxFlaw(
                                name.span(),
                                "There is no function '" + name.text() + "'",
                                "",
                                "Use one of "
                                        + Arrays.stream(Function.values())
                                                .map(f -> f.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", "))
                                        + ", or id(this)."));
    }

    Path path() throws SyntaxFlaw {
        var first = tokens.expectName("an attribute");
        var names = new ArrayList<>(List.of(first.text()));
        var last = first;
        while (tokens.tookSymbol(".")) {
            if (tokens.peek().kind() != Kind.WORD) {
                throw tokens.unexpected("an attribute");
            }
            last = tokens.take();
            names.add(last.text());
        }
        return new Path(names, first.span().to(last.span()));
    }

    /** Reads an attribute, or the key. */
    Expression attribute() throws SyntaxFlaw {
        var name = tokens.peek();
        boolean isSpecial = name.isWord("id") || name.isWord("version");
        return isSpecial && tokens.peek(1).isSymbol("(") ? call() : path();
    }
}
