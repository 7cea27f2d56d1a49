package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Version;
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

    /** Returns what there is to do up to a version, without what is repeated after all others. */
    Outlook upTo(Version limit) {
        return new Outlook(
                version,
                pending.stream()
                        .filter(m -> m.version().filter(v -> v.compareTo(limit) <= 0).isPresent())
                        .toList());
    }
}
