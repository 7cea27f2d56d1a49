package dev.tenon.database.schema;

import java.util.List;

/**
 * What a database holds, without the tables of Tenon itself, whose names begin with {@code tenon_}.
 *
 * @param schema the tables, in the order of their names, as far as a schema can say them: each type
 *     is the one that stands for all that are the same to the engine; conditions and defaults are
 *     in the words of the engine; a constraint has the name that the engine gives it, and none if
 *     it has none there
 * @param unmodelled what a schema cannot say
 */
public record LiveSchema(Schema schema, List<Unmodelled> unmodelled) {

    public LiveSchema {
        unmodelled = List.copyOf(unmodelled);
    }

    /** Returns what a schema cannot say of the table. */
    public List<Unmodelled> unmodelledOf(String table) {
        return unmodelled.stream().filter(u -> u.table().equals(table)).toList();
    }
}
