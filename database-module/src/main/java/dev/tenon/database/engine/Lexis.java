package dev.tenon.database.engine;

import java.util.Set;

/** How an engine reads the text of a statement differently from the SQL standard. */
public enum Lexis {
    /** In quotation marks, a backslash takes the next character for text. */
    BACKSLASHES,

    /** It does so in texts that begin with {@code E'}. */
    E_TEXTS,

    /** Texts stand between {@code $$} or {@code $tag$}. */
    DOLLAR_TEXTS,

    /** Names stand between backticks. */
    BACKTICKS,

    /** Names stand between brackets. */
    BRACKETS,

    /** Comments stand in comments. */
    NESTED_COMMENTS,

    /** A comment goes from {@code #} to the end of the line. */
    HASH_COMMENTS,

    /** Two dashes begin a comment only if white space follows; else they are two minuses. */
    SPACED_DASHES,

    /** A carriage return ends the line, and with it a comment. */
    RETURNS_END_LINES,

    /** The character U+FEFF is white space. */
    BYTE_ORDER_MARKS,

    /** What stands in {@code /*!} and {@code /*M!} comments is run. */
    EXECUTABLE_COMMENTS,

    /** A colon directly after a value belongs to it, as in the slice {@code a[low:high]}. */
    COLONS_AFTER_VALUES,

    /** {@code ?1}, {@code :1}, {@code @name} and {@code $name} are parameters too. */
    MORE_PARAMETERS,

    /** The body of a trigger ends at an {@code END} after a semicolon. */
    TRIGGER_BODIES,

    /**
     * So does that of a function or procedure after {@code BEGIN ATOMIC}, and a rule has its
     * statements in parentheses.
     */
    ATOMIC_BODIES,

    /**
     * What is written after the head of a routine, trigger or event is its body, of which the
     * server tells where it ends, and takes nothing after that.
     */
    OPEN_BODIES;

    /** The standard's own: a quotation mark is doubled, and a comment ends at its first end. */
    public static final Set<Lexis> STANDARD = Set.of();
}
