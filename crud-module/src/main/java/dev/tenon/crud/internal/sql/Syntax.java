package dev.tenon.crud.internal.sql;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.ColumnType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How one engine writes what statements over rows need. Immutable. */
public final class Syntax {

    private static final Pattern OPERAND = Pattern.compile("\\{(\\d)}");

    private final Dialect dialect;
    private final Wording wording;

    private Syntax(Dialect dialect) {
        this.dialect = dialect;
        this.wording = Wording.of(dialect);
    }

    /** Returns that of an engine. */
    public static Syntax of(Dialect dialect) {
        return new Syntax(dialect);
    }

    /** Returns a name in quotation marks. */
    public String quote(String name) {
        return dialect.quote(name);
    }

    /** Returns a phrase with its operands, each of which can stand in it more than once. */
    @SafeVarargs
    public final <V extends @Nullable Object> Fragment<V> say(
            Phrase phrase, Fragment<V>... operands) {
        var template = wording.of(phrase);
        var writer = new SqlWriter<V>(this);
        var operand = OPERAND.matcher(template);
        int end = 0;
        while (operand.find()) {
            writer.add(template.substring(end, operand.start()));
            writer.add(operands[Integer.parseInt(operand.group(1))]);
            end = operand.end();
        }
        return writer.add(template.substring(end)).fragment();
    }

    /**
     * Returns the value with its type, which an engine cannot know where the value is not compared
     * with a column.
     */
    public <V extends @Nullable Object> Fragment<V> typed(Fragment<V> value, ColumnType type) {
        return wording.hasCasts()
                ? new SqlWriter<V>(this)
                        .add("cast(")
                        .add(value)
                        .add(" as " + dialect.type(type) + ")")
                        .fragment()
                : value;
    }

    /**
     * Returns the pattern of the engine, to be bound: in the given one {@code %} stands for any
     * characters, {@code _} for one, and every other character for itself, in its case.
     */
    public String pattern(String like) {
        var pattern = new StringBuilder();
        like.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '%' -> pattern.append(anything());
                        case '_' -> pattern.append(wording.hasGlob() ? '?' : '_');
                        default -> pattern.append(literal(c));
                    }
                });
        return pattern.toString();
    }

    /** Returns the part of a pattern of the engine that stands for the text alone. */
    public String literal(String text) {
        var pattern = new StringBuilder();
        text.codePoints().forEach(c -> pattern.append(literal(c)));
        return pattern.toString();
    }

    /** Returns the part of a pattern of the engine that stands for any characters, also none. */
    public String anything() {
        return wording.hasGlob() ? "*" : "%";
    }

    private String literal(int character) {
        var itself = Character.toString(character);
        if (wording.hasGlob()) {
            return "*?[".contains(itself) ? "[" + itself + "]" : itself;
        }
        return "%_!".contains(itself) ? "!" + itself : itself;
    }

    /** Returns what stands after LIMIT where only rows are to be skipped; empty if nothing does. */
    String noLimit() {
        return wording.noLimit();
    }

    /** Returns whether numbers of the type are kept as texts, and sorted and compared as such. */
    public boolean keepsAsText(ColumnType type) {
        return type instanceof ColumnType.Decimal && dialect.type(type).equals("TEXT");
    }

    /** Returns whether NULL comes after every value in an ascending order. */
    public boolean putsNullsLast() {
        return wording.putsNullsLast();
    }

    /** Returns whether {@code (a, b) > (?, ?)} finds its rows by an index over both. */
    boolean comparesRows() {
        return wording.comparesRows();
    }
}
