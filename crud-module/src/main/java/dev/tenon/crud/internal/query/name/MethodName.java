package dev.tenon.crud.internal.query.name;

import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Span;
import dev.tenon.crud.internal.query.tree.Statement;
import dev.tenon.crud.internal.query.tree.Statement.Select;
import dev.tenon.crud.internal.query.tree.Statement.Selection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of a method cut into its parts. The first {@code By} begins the conditions, so that text
 * before it is ignored.
 */
public final class MethodName {

    private static final Pattern PARTS =
            Pattern.compile(
                    "(?<action>find|delete|count|exists)(?<subject>.*?)"
                            + "((?<by>By)(?=\\p{Lu}|_|$)(?<conditions>.*?))?"
                            + "((?<orderBy>OrderBy)(?<order>.*))?");

    /** How the number of rows is limited elsewhere; here it is text that is ignored. */
    private static final Pattern TOP = Pattern.compile("(Distinct)?Top(?<max>\\d*)(?=\\p{Lu}|$).*");

    private static final Pattern FIRST = Pattern.compile("First(?<max>\\d*)(?=\\p{Lu}|$).*");

    private final NameText text;
    private final Attributes attributes;
    private final Flaws flaws;
    private final Matcher parts;

    private MethodName(NameText text) {
        this.text = text;
        this.attributes = text.attributes();
        this.flaws = text.flaws();
        this.parts = PARTS.matcher(text.name());
    }

    /** Returns whether a name begins as one that is a query. */
    public static boolean isQuery(String name) {
        return name.matches("(find|delete|count|exists)(\\p{Lu}.*)?");
    }

    /**
     * Returns what the name says, or nothing and adds the flaws if it does not say it rightly.
     *
     * @param attributes those of the entity that is queried
     */
    public static Optional<Statement> read(String name, Attributes attributes, Flaws flaws) {
        return new MethodName(new NameText(name, attributes, flaws)).statement();
    }

    private Optional<Statement> statement() {
        if (!parts.matches()) {
            flaws.add(
                    new Span(0, text.name().length()),
                    "No query is known",
                    "The name has to begin with find, delete, count or exists.",
                    "Rename the method, or say with an annotation what it does.");
            return Optional.empty();
        }
        Optional<Condition> where =
                parts.group("by") == null || isSortedAlone()
                        ? Optional.empty()
                        : new NamedConditions(text).read(span("conditions"));
        var order =
                parts.group("orderBy") == null
                        ? List.<Statement.Sorting>of()
                        : new NamedOrder(text, attributes).read(span("order"));
        var limit = limit();
        var statement = statement(where, order, limit);
        return flaws.isEmpty() ? Optional.of(statement) : Optional.empty();
    }

    /** Returns whether it is {@code findByOrderByName}, which means {@code findOrderByName}. */
    private boolean isSortedAlone() {
        return parts.group("conditions").isEmpty() && parts.group("orderBy") != null;
    }

    private Statement statement(
            Optional<Condition> where, List<Statement.Sorting> order, OptionalInt limit) {
        var action = parts.group("action");
        if (!action.equals("find")) {
            if (limit.isPresent()) {
                refuse("subject", "First limits what '" + action + "' does", action);
            }
            if (!order.isEmpty()) {
                refuse("orderBy", "OrderBy sorts what '" + action + "' does", action);
            }
        }
        return switch (action) {
            case "delete" -> new Statement.Delete(Optional.empty(), where);
            case "count" -> select(new Selection.Count(), where, List.of(), OptionalInt.empty());
            case "exists" ->
                    select(new Selection.Existence(), where, List.of(), OptionalInt.empty());
            default -> select(new Selection.Whole(), where, order, limit);
        };
    }

    private static Select select(
            Selection selection,
            Optional<Condition> where,
            List<Statement.Sorting> order,
            OptionalInt limit) {
        return new Select(selection, Optional.empty(), where, order, limit);
    }

    private OptionalInt limit() {
        var first = FIRST.matcher(parts.group("subject"));
        if (!first.matches()) {
            checkTop();
            return OptionalInt.empty();
        }
        var max = first.group("max");
        if (max.isEmpty()) {
            return OptionalInt.of(1);
        }
        if (max.length() > 9 || Integer.parseInt(max) == 0) {
            flaws.add(
                    span("subject"),
                    "'" + max + "' is no number of rows",
                    "First takes a number from 1 to 999999999.",
                    "Write such a number behind First, or none for one row.");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(max));
    }

    private void checkTop() {
        var top = TOP.matcher(parts.group("subject"));
        if (top.matches()) {
            flaws.add(
                    span("subject"),
                    "'Top" + top.group("max") + "' limits nothing",
                    "Jakarta Data ignores what stands before By, except First and a number, so that"
                            + " all rows would be meant.",
                    "Name the method "
                            + text.replaced(span("subject"), "First" + top.group("max"))
                            + ".");
        }
    }

    private void refuse(String group, String fact, String action) {
        flaws.add(
                span(group),
                fact,
                "Only what is found can be limited and sorted.",
                "Leave it out, or begin the name with find instead of " + action + ".");
    }

    private Span span(String group) {
        return new Span(parts.start(group), parts.end(group));
    }
}
