package dev.tenon.database.internal.introspection;

import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import java.util.List;

/** The indexes that MariaDB makes for foreign keys which have none. */
public final class ImpliedIndexes {

    private ImpliedIndexes() {}

    /**
     * Returns whether an index may be one of them: under the name of the foreign key, or of its
     * first column if it was given none.
     */
    public static boolean include(Index index, List<ForeignKey> foreignKeys) {
        return !index.isUnique()
                && index.parts().stream().noneMatch(Index.Part::isDescending)
                && foreignKeys.stream()
                        .anyMatch(k ->
                                k.columns().equals(index.columns())
                                        && (index.name().equalsIgnoreCase(k.name())
                                                || index.name()
                                                        .equalsIgnoreCase(k.columns().getFirst())));
    }
}
