package dev.tenon.benchmarks.crud;

import dev.tenon.benchmarks.articles.Catalogue;
import dev.tenon.benchmarks.articles.Way;
import dev.tenon.benchmarks.articles.Workload;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Target;
import java.nio.file.Path;
import java.util.Optional;
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
 * What JMH runs, in a process for each operation of each way, so that none suffers from what the
 * compiler has learned of another.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CatalogueBenchmark {

    @Param("RAW")
    Way way = Way.RAW;

    @Param("SQLITE")
    Product product = Product.SQLITE;

    @Param("")
    String url = "";

    @Param("FULL")
    String synchronous = "FULL";

    @Param("1000000")
    int articles = 1_000_000;

    @Param("100000")
    int bulk = 100_000;

    @Param("")
    String folder = "";

    private Optional<Workload<?>> opened = Optional.empty();

    /** Opens the way. */
    @Setup
    public void open() throws Exception {
        var catalogue = new Catalogue(articles);
        var target = new Target(product, url, synchronous);
        var deep = catalogue.deep(target);
        opened = Optional.of(new Workload<>(way.open(target, Path.of(folder)), catalogue, deep));
    }

    /** Closes the way. */
    @TearDown
    public void close() throws Exception {
        workload().close();
    }

    /** Reads an article by its key. */
    @Benchmark
    public Object find() throws Exception {
        return workload().find();
    }

    /** Adds an article. */
    @Benchmark
    public Object insert() throws Exception {
        return workload().insert();
    }

    /** Changes an article. */
    @Benchmark
    public void update() throws Exception {
        workload().update();
    }

    /** Reads a page of a category. */
    @Benchmark
    public Object page() throws Exception {
        return workload().page();
    }

    /** Reads the first page of all. */
    @Benchmark
    public Object first() throws Exception {
        return workload().first();
    }

    /** Reads a page far from the first. */
    @Benchmark
    public Object deep() throws Exception {
        return workload().deep();
    }

    /** Adds many articles. */
    @Benchmark
    public void bulk() throws Exception {
        workload().bulk(bulk);
    }

    private Workload<?> workload() {
        return opened.orElseThrow();
    }
}
