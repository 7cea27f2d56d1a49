package dev.tenon.database.admin;

import java.util.List;

/**
 * How the tables of a database are not what its module declares, after all migrations have run.
 *
 * @param needed what would have to change for code that relies on the declaration, a line for each
 *     change: {@code add the column 'author' of the table 'note': VARCHAR(40)}
 * @param extra what would have to change besides, such as a table to be dropped; it disturbs
 *     nobody, or cannot be compared
 */
public record SchemaDrift(List<String> needed, List<String> extra) {

    /** No difference. */
    public static final SchemaDrift NONE = new SchemaDrift(List.of(), List.of());

    public SchemaDrift {
        needed = List.copyOf(needed);
        extra = List.copyOf(extra);
    }
}
