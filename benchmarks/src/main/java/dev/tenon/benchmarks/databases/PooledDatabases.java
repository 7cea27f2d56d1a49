package dev.tenon.benchmarks.databases;

import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.sql.PoolAccess;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Opens a plain pool of ten for each database, and reads one row of each for a check. */
final class PooledDatabases {

    private final List<Target> targets;

    /** Makes the databases. */
    PooledDatabases(int databases, TemporaryFolder folder) throws SQLException {
        targets =
                IntStream.range(0, databases)
                        .mapToObj(n -> Target.file(folder.resolve("pooled" + n + ".db"), "FULL"))
                        .toList();
        for (Target target : targets) {
            target.prepare();
        }
    }

    OpenedDatabases open() throws IOException, SQLException {
        var pools = new ArrayList<PoolAccess>();
        try {
            var openings =
                    Openings.<SQLException>measure(
                            targets.size(),
                            n -> {
                                var pool = PoolAccess.open(targets.get(n));
                                pools.add(pool);
                                var _ = pool.select(1);
                            });
            return OpenedDatabases.of(openings, ProcessThreads.count());
        } finally {
            pools.forEach(PoolAccess::close);
        }
    }
}
