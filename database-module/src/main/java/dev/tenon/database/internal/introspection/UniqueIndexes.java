package dev.tenon.database.internal.introspection;

import dev.tenon.database.schema.Index;

/** The unique indexes of MariaDB, which has one word for them and for keys. */
public final class UniqueIndexes {

    private UniqueIndexes() {}

    /** Returns whether such an index is what a key is. */
    public static boolean areKeys(Index index) {
        return index.isUnique()
                && index.where().isEmpty()
                && index.parts().stream().noneMatch(Index.Part::isDescending);
    }
}
