package dev.tenon.benchmarks.databases;

import dev.tenon.benchmarks.measure.Progress;
import dev.tenon.benchmarks.measure.TemporaryFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens databases again and again, those of modules and those of pools in turn.
 *
 * @param warmUp rounds that do not count; the first of them creates the databases
 */
record DatabasesBenchmark(int databases, int warmUp, int rounds) {

    DatabasesResults measure() throws IOException, SQLException {
        try (var folder = new TemporaryFolder()) {
            var stores = new OpenedStores(databases, folder);
            var hosted = new HostedDatabases(databases, folder);
            var pooled = new PooledDatabases(databases, folder);
            var modules = new ArrayList<OpenedDatabases>();
            var pools = new ArrayList<OpenedDatabases>();
            var progress = new Progress("databases", warmUp + rounds);
            for (int round = 0; round < warmUp + rounds; round++) {
                progress.next(databases + " databases");
                // Those of modules first: what a pool leaves behind would count as theirs.
                modules.add(OpenedDatabases.of(stores.open(), hosted.threads()));
                pools.add(pooled.open());
            }
            return new DatabasesResults(
                    databases,
                    rounds,
                    List.of(
                            DatabaseFigures.of("**modules**", counting(modules)),
                            DatabaseFigures.of("HikariCP, up to 10 connections", counting(pools))));
        }
    }

    private List<OpenedDatabases> counting(List<OpenedDatabases> all) {
        return all.subList(warmUp, all.size());
    }
}
