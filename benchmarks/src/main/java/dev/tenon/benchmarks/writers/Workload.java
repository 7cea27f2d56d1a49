package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.sql.CrowdAccess;
import dev.tenon.benchmarks.sql.Target;
import java.sql.SQLException;

/** What the callers do. */
enum Workload {
    /** Each adds rows, a transaction for each. */
    INSERT,
    /** The same on virtual threads. */
    INSERT_VIRTUAL,
    /** All add 1 to the same row, reading it first. */
    INCREMENT,
    /** One reads rows by their keys; nobody writes. */
    READ,
    /** One reads rows by their keys; the callers add rows meanwhile. */
    READ_AMONG_WRITERS,
    /** One reads pages of 50 rows; nobody writes. */
    PAGE,
    /** One reads pages of 50 rows; the callers add rows meanwhile. */
    PAGE_AMONG_WRITERS;

    /** The row that is incremented. */
    static final long COUNTED = 1;

    // Coprime to the number of rows.
    private static final long STRIDE = 7919;

    /** Returns what those have done who are measured. */
    LoadSample run(Load load, CrowdAccess database, int callers) throws InterruptedException {
        Operation insert = caller -> database.insert("new", caller);
        var samples =
                switch (this) {
                    case INSERT -> load.run(Callers.platform(callers, insert));
                    case INSERT_VIRTUAL -> load.run(Callers.virtual(callers, insert));
                    case INCREMENT ->
                            load.run(Callers.platform(callers, _ -> database.increment(COUNTED)));
                    case READ -> load.run(reader(database::select));
                    case READ_AMONG_WRITERS ->
                            load.run(reader(database::select), Callers.platform(callers, insert));
                    case PAGE -> load.run(reader(database::page));
                    case PAGE_AMONG_WRITERS ->
                            load.run(reader(database::page), Callers.platform(callers, insert));
                };
        return samples.getFirst();
    }

    private interface Read {
        Object of(long key) throws SQLException;
    }

    private static Callers reader(Read read) {
        var key = new long[1];
        return Callers.platform(
                1,
                _ -> {
                    key[0] = (key[0] + STRIDE) % Target.ROWS;
                    var _ = read.of(key[0] + 1);
                });
    }
}
