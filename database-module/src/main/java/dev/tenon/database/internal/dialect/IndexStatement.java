package dev.tenon.database.internal.dialect;

import static java.util.stream.Collectors.joining;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Index;

/**
 * The statement that creates one index.
 *
 * @param table the name of its table
 */
public record IndexStatement(Dialect dialect, String table, Index index) {

    /** Returns the statement. */
    public String create() {
        return create("");
    }

    /**
     * Returns the statement.
     *
     * @param how what stands behind {@code INDEX}, such as {@code CONCURRENTLY}; may be empty
     */
    public String create(String how) {
        return "CREATE "
                + (index.isUnique() ? "UNIQUE " : "")
                + "INDEX "
                + (how.isEmpty() ? "" : how + " ")
                + dialect.quote(index.name())
                + " ON "
                + dialect.quote(table)
                + " "
                + parts()
                + index.where().map(w -> " WHERE (" + w + ")").orElse("");
    }

    /** Returns the columns in parentheses. */
    public String parts() {
        return index.parts().stream()
                .map(p -> dialect.quote(p.column()) + (p.isDescending() ? " DESC" : ""))
                .collect(joining(", ", "(", ")"));
    }
}
