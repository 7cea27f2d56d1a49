package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.sql.Counter;
import dev.tenon.benchmarks.sql.Target;

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
    READ_AMONG_WRITERS;

    /** The row that is incremented. */
    static final long COUNTED = 1;

    // Coprime to the number of rows.
    private static final long STRIDE = 7919;

    /** Returns what those have done who are measured. */
    LoadSample run(Load load, Counter database, int callers) throws InterruptedException {
        Operation insert = caller -> database.insert("new", caller);
        var samples =
                switch (this) {
                    case INSERT -> load.run(Callers.platform(callers, insert));
                    case INSERT_VIRTUAL -> load.run(Callers.virtual(callers, insert));
                    case INCREMENT ->
                            load.run(Callers.platform(callers, _ -> database.increment(COUNTED)));
                    case READ -> load.run(reader(database));
                    case READ_AMONG_WRITERS ->
                            load.run(reader(database), Callers.platform(callers, insert));
                };
        return samples.getFirst();
    }

    private static Callers reader(Counter database) {
        var key = new long[1];
        return Callers.platform(
                1,
                _ -> {
                    key[0] = (key[0] + STRIDE) % Target.ROWS;
                    var _ = database.select(key[0] + 1);
                });
    }
}
