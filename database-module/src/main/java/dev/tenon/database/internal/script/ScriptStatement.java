package dev.tenon.database.internal.script;

import java.util.List;

/**
 * One statement of a script.
 *
 * @param sql the statement from its first token to its last, without what ends it
 * @param start the index of its first token in the script
 * @param line the line of that token, from 1
 * @param comments the comments above it and within it
 */
public record ScriptStatement(String sql, int start, int line, List<String> comments) {

    public ScriptStatement {
        comments = List.copyOf(comments);
    }

    /** Returns what the comments allow it to do. */
    public List<Allowance> allowances() {
        return comments.stream().flatMap(c -> Allowance.of(c).stream()).toList();
    }
}
