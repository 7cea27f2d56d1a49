package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.migration.source.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Migrations that run one after the other in the same way.
 *
 * @param mode the way
 * @param migrations at least one, and one alone unless they run together
 */
record Segment(Mode mode, List<Migration> migrations) {

    /** How migrations run. */
    enum Mode {
        /** All of them in one transaction, where the engine changes tables in transactions. */
        TOGETHER,
        /** Each statement for itself, such as one that PostgreSQL refuses in a transaction. */
        WITHOUT_TRANSACTION,
        /** In a transaction of SQLite in which foreign keys are not looked at until its end. */
        WITHOUT_FOREIGN_KEYS
    }

    Segment {
        migrations = List.copyOf(migrations);
    }

    /** Returns whether there are no migrations but those that run in one transaction. */
    static boolean isOneTransaction(List<Segment> segments) {
        return segments.stream().allMatch(s -> s.mode() == Mode.TOGETHER) && segments.size() <= 1;
    }

    /** Cuts migrations into segments, in their order. */
    static List<Segment> of(List<Migration> migrations, Function<Migration, Mode> modes) {
        var segments = new ArrayList<Segment>();
        var together = new ArrayList<Migration>();
        for (Migration migration : migrations) {
            var mode = modes.apply(migration);
            if (mode == Mode.TOGETHER) {
                together.add(migration);
                continue;
            }
            addTogether(segments, together);
            segments.add(new Segment(mode, List.of(migration)));
        }
        addTogether(segments, together);
        return segments;
    }

    private static void addTogether(List<Segment> segments, List<Migration> together) {
        if (!together.isEmpty()) {
            segments.add(new Segment(Mode.TOGETHER, together));
            together.clear();
        }
    }
}
