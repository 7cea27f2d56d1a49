package dev.tenon.database.internal.script;

import java.util.Set;

/**
 * The blocks of a routine of MariaDB (https://mariadb.com/kb/en/begin-end/): how deep in them a
 * statement is. For one statement.
 */
final class Blocks {

    /** What ends by {@code END} and its own name, and is not counted. */
    private static final Set<String> OTHERS = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

    private int depth;
    private boolean isAfterEnd;

    /** Takes a word, in capitals. */
    void word(String word) {
        boolean isSecond = isAfterEnd;
        isAfterEnd = false;
        if (isSecond && OTHERS.contains(word)) {
            return;
        }
        depth -= isSecond ? 1 : 0;
        if (word.equals("END")) {
            isAfterEnd = true;
        } else if (word.equals("BEGIN") || (word.equals("CASE") && !isSecond)) {
            depth++;
        }
    }

    /** Takes a semicolon, and returns whether it stands outside of all blocks. */
    boolean semicolon() {
        depth -= isAfterEnd ? 1 : 0;
        isAfterEnd = false;
        return depth <= 0;
    }
}
