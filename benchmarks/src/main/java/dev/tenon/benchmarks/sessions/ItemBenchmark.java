package dev.tenon.benchmarks.sessions;

import dev.tenon.benchmarks.handout.Item;
import dev.tenon.benchmarks.sql.Access;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Rival;
import dev.tenon.benchmarks.sql.Target;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What JMH runs, in a process for each rival, so that none suffers from what the compiler has
 * learned of another.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ItemBenchmark {

    /** A prime, so that all keys have their turn, and neighbours do not follow each other. */
    private static final long STRIDE = 7919;

    @Param("SESSION")
    Rival rival = Rival.SESSION;

    @Param("SQLITE")
    Product product = Product.SQLITE;

    @Param("")
    String url = "";

    @Param("")
    String folder = "";

    private Access access = new NotOpen();
    private long key;

    /** Makes the table and opens the rival. */
    @Setup
    public void open() throws Exception {
        var target = new Target(product, url, "NORMAL");
        target.prepare();
        access = rival.open(target, Path.of(folder));
    }

    /** Closes the rival. */
    @TearDown
    public void close() throws Exception {
        access.close();
    }

    /** Reads one row by its key. */
    @Benchmark
    public Item select() throws Exception {
        key = (key + STRIDE) % Target.ROWS;
        return access.select(key + 1);
    }

    /** Adds one row. */
    @Benchmark
    public long insert() throws Exception {
        key++;
        access.insert("new", key);
        return key;
    }
}
