package dev.tenon.crud.internal.sql;

/**
 * What a statement says in other words from engine to engine. The words of the standard stand here;
 * <code>{0}</code> is the place of the first operand.
 */
public enum Phrase {
    /** The absolute value of a number. */
    ABSOLUTE("abs({0})"),
    /** How many characters (Unicode code points) a text has. */
    LENGTH("char_length({0})"),
    /** The text in small letters. */
    LOWER("lower({0})"),
    /** The text in capital letters. */
    UPPER("upper({0})"),
    /** The first so many characters of a text. */
    LEFT("left({0}, {1})"),
    /** The last so many characters of a text. */
    RIGHT("right({0}, {1})"),
    /** Two texts one after the other. */
    CONCATENATION("({0} || {1})"),
    /** A decimal number that is kept as a text, as it is sorted and compared: by its value. */
    KEPT_NUMBER("{0}"),
    /** A computed number as a column stores it, with so many digits after the point. */
    ROUNDED("{0}"),
    /** A decimal or large whole number, as what is computed with it needs it. */
    EXACT_NUMBER("{0}"),
    /** A quotient. */
    QUOTIENT("({0} / {1})"),
    /** A quotient of whole numbers, without its fraction. */
    WHOLE_QUOTIENT("({0} / {1})"),
    /** Whether a text is as {@link Syntax#pattern} or {@link #PATTERN} says. */
    LIKE("{0} like {1} escape '!'"),
    /** Whether it is otherwise. */
    NOT_LIKE("{0} not like {1} escape '!'"),
    /** A pattern with {@code %} and {@code _}, of which the statement makes that of the engine. */
    PATTERN("replace({0}, '!', '!!')"),
    /** Whether two values are the same, or both NULL. */
    SAME("{0} is not distinct from {1}"),
    /** Whether they are not. */
    DIFFERENT("{0} is distinct from {1}"),
    /** The date of today where the database is. */
    TODAY("current_date"),
    /** The time of day where the database is. */
    TIME("localtime"),
    /** Both. */
    NOW("localtimestamp");

    private final String standard;

    Phrase(String standard) {
        this.standard = standard;
    }

    /** Returns it in the words of the standard. */
    String standard() {
        return standard;
    }
}
