package dev.tenon.database.internal.engine.postgres;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of contents of a copy, as {@code pg_restore --list} writes it.
 *
 * @param lines its lines
 */
record PostgresContents(List<String> lines) {

    /** Such as {@code 6; 2615 16385 SCHEMA - audit tenon_notes}. */
    private static final Pattern SCHEMA = Pattern.compile("\\d+; \\d+ \\d+ SCHEMA - (.+) \\S+");

    /** Schemas are there, or are made before; extensions may be somebody else's. */
    private static final Pattern OTHERS =
            Pattern.compile("\\d+; \\d+ \\d+ (?:SCHEMA -|COMMENT - EXTENSION) .*");

    /** The rights on a schema, and its comment, are those of its owner to give. */
    private static final Pattern OF_SCHEMAS =
            Pattern.compile("\\d+; \\d+ \\d+ (?:COMMENT|ACL) - SCHEMA .*");

    List<String> schemas() {
        return lines.stream()
                .flatMap(line -> SCHEMA.matcher(line).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Returns the lines that are restored. */
    String restored(PostgresScope scope) {
        return lines.stream()
                .filter(line -> !OTHERS.matcher(line).matches())
                .filter(line -> scope.whole() || !OF_SCHEMAS.matcher(line).matches())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
