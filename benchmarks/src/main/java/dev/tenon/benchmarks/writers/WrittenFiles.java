package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.sql.CrowdAccess;
import dev.tenon.benchmarks.sql.Synchronous;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A file for each contender and way of waiting for the disk, opened when it is needed. */
final class WrittenFiles implements AutoCloseable {

    private record Key(Synchronous synchronous, Contender contender) {}

    private final TemporaryFolder folder = new TemporaryFolder();
    private final Map<Key, CrowdAccess> open = new HashMap<>();

    WrittenFiles() throws IOException {}

    /** Runs a case once. */
    Run run(Case measured, Load load) throws IOException, InterruptedException, SQLException {
        var database = database(new Key(measured.synchronous(), measured.contender()));
        return switch (measured.workload()) {
            case INCREMENT -> {
                long before = counted(database);
                var sample = measured.workload().run(load, database, measured.callers());
                yield new Run(sample, counted(database) - before - sample.calls(), 0);
            }
            case INSERT_VIRTUAL -> {
                try (var pinned = new PinnedThreads()) {
                    var sample = measured.workload().run(load, database, measured.callers());
                    yield new Run(sample, 0, pinned.count(folder.resolve("pinned.jfr")));
                }
            }
            case INSERT, READ, READ_AMONG_WRITERS, PAGE, PAGE_AMONG_WRITERS ->
                    new Run(measured.workload().run(load, database, measured.callers()), 0, 0);
        };
    }

    private static long counted(CrowdAccess database) throws SQLException {
        return database.select(Workload.COUNTED).amount();
    }

    private CrowdAccess database(Key key) throws IOException, SQLException {
        var known = Optional.ofNullable(open.get(key));
        if (known.isPresent()) {
            return known.get();
        }
        var name = key.synchronous() + "-" + key.contender();
        // A host wants a folder for itself.
        var own = Files.createDirectory(folder.resolve(name));
        var target = Target.file(own.resolve("bench.db"), key.synchronous().name());
        target.prepare();
        var opened = key.contender().open(target, own);
        open.put(key, opened);
        return opened;
    }

    @Override
    public void close() throws IOException, SQLException {
        for (CrowdAccess database : open.values()) {
            database.close();
        }
        folder.close();
    }
}
