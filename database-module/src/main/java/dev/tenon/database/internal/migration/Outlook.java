package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.migration.source.Migration;
import java.util.List;

/**
 * What there is to do with a database.
 *
 * @param version the version that it has, {@code 0} before its first migration
 * @param pending what has not run, in its order
 */
record Outlook(String version, List<Migration> pending) {

    Outlook {
        pending = List.copyOf(pending);
    }
}
