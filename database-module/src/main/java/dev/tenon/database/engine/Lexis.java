package dev.tenon.database.engine;

import java.util.Set;

/** How an engine reads the text of a statement differently from the SQL standard. */
public enum Lexis {
    /** In quotation marks, a backslash takes the next character for text. */
    BACKSLASHES,

    /** It does so in texts that begin with {@code E'}. */
    E_TEXTS,

    /** Comments stand in comments. */
    NESTED_COMMENTS,

    /** A comment goes from {@code #} to the end of the line. */
    HASH_COMMENTS,

    /** What stands in {@code /*!} and {@code /*M!} comments is run. */
    EXECUTABLE_COMMENTS;

    /** The standard's own: a quotation mark is doubled, and a comment ends at its first end. */
    public static final Set<Lexis> STANDARD = Set.of();
}
