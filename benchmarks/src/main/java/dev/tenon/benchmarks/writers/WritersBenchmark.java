package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.measure.Progress;
import dev.tenon.benchmarks.sql.Synchronous;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures many callers of one file.
 *
 * @param callers how many write at once, one case for each; the last one also for what is measured
 *     with one number alone
 * @param crowd how many callers on virtual threads, and on platform threads besides them
 */
record WritersBenchmark(
        List<Synchronous> synchronous, List<Integer> callers, int crowd, int rounds, Load load) {

    WritersResults measure() throws IOException, InterruptedException, SQLException {
        var samples = cases().stream().map(CaseSamples::new).toList();
        var progress = new Progress("writers", rounds * samples.size());
        try (var files = new WrittenFiles()) {
            for (int round = 0; round < rounds; round++) {
                for (CaseSamples sample : samples) {
                    progress.next(sample.measured().label());
                    sample.add(files.run(sample.measured(), load));
                }
            }
        }
        return new WritersResults(
                synchronous,
                callers,
                crowd,
                rounds,
                load.measured().toMillis(),
                samples.stream().map(CaseSamples::figures).toList());
    }

    /** Returns the cases; those that are compared stand next to each other. */
    private List<Case> cases() {
        var cases = new ArrayList<Case>();
        int most = callers.getLast();
        for (Synchronous way : synchronous) {
            for (int count : callers) {
                for (Contender contender : Contender.values()) {
                    cases.add(new Case(Workload.INSERT, way, contender, count));
                }
            }
            for (var workload :
                    List.of(
                            Workload.INCREMENT,
                            Workload.READ,
                            Workload.READ_AMONG_WRITERS,
                            Workload.PAGE,
                            Workload.PAGE_AMONG_WRITERS)) {
                cases.add(new Case(workload, way, Contender.POOL, most));
                cases.add(new Case(workload, way, Contender.SESSION, most));
            }
            cases.add(new Case(Workload.INSERT, way, Contender.SESSION, crowd));
            cases.add(new Case(Workload.INSERT_VIRTUAL, way, Contender.SESSION, crowd));
        }
        return cases;
    }
}
