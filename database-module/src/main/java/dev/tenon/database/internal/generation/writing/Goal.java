package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Unmodelled;
import java.util.List;
import java.util.Optional;

/**
 * What a database is to become.
 *
 * @param schema its tables, which tell the former names
 * @param first what has to be done before the two are compared
 * @param back the database as it was, if that is to be restored
 */
public record Goal(Schema schema, List<String> first, Optional<LiveSchema> back) {

    public static Goal of(Schema model) {
        return new Goal(model, List.of(), Optional.empty());
    }

    public boolean isBack() {
        return back.isPresent();
    }

    /** Returns what is to be there beside the tables: what was, or as far as it is there now. */
    public List<Unmodelled> unmodelled(LiveSchema live) {
        return back.orElse(live).unmodelled();
    }
}
