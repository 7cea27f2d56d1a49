package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.sql.Synchronous;
import java.util.Locale;

/**
 * One thing that is measured.
 *
 * @param callers how many there are
 */
record Case(Workload workload, Synchronous synchronous, Contender contender, int callers) {

    String label() {
        return "%s, %s, %d callers, %s"
                .formatted(
                        workload.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        synchronous,
                        callers,
                        contender.label().replace("*", ""));
    }
}
