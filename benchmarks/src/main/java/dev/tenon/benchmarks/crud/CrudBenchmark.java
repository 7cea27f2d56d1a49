package dev.tenon.benchmarks.crud;

import dev.tenon.benchmarks.articles.Catalogue;
import dev.tenon.benchmarks.articles.Catalogues;
import dev.tenon.benchmarks.articles.Verification;
import dev.tenon.benchmarks.articles.Way;
import dev.tenon.benchmarks.measure.Progress;
import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/**
 * Verifies each way, then measures each operation of each way once in every round, one process
 * after the other.
 */
final class CrudBenchmark {

    private final CrudPlan plan;
    private final Catalogue catalogue;
    private final CrudSamples samples = new CrudSamples();
    private final Progress progress;

    CrudBenchmark(CrudPlan plan) {
        this.plan = plan;
        catalogue = new Catalogue(plan.articles());
        progress = new Progress("crud", steps(plan));
    }

    private static int steps(CrudPlan plan) {
        return plan.products().stream()
                .mapToInt(
                        product -> plan.ways().size() + plan.rounds() * plan.cells(product).size())
                .sum();
    }

    CrudResults measure() throws IOException, SQLException {
        for (Product product : plan.products()) {
            try (var folder = new TemporaryFolder();
                    var databases =
                            Catalogues.make(product, plan.synchronous(), catalogue, folder)) {
                var files = Files.createDirectory(folder.resolve("files"));
                verify(product, databases.copy(), files);
                measure(product, databases, files);
            }
        }
        return new CrudResults(plan, samples.figures());
    }

    private void verify(Product product, Target target, Path files) throws IOException {
        for (Way way : plan.ways()) {
            progress.next(product.label() + ", " + way.plainLabel() + ", verified");
            try {
                new Verification(catalogue, target).verify(way, files);
            } catch (Exception e) {
                throw new IOException(
                        "%s on %s cannot be verified: %s"
                                .formatted(way.plainLabel(), product.label(), e.getMessage()),
                        e);
            }
        }
    }

    private void measure(Product product, Catalogues databases, Path files)
            throws IOException, SQLException {
        for (int round = 0; round < plan.rounds(); round++) {
            for (Cell cell : plan.cells(product)) {
                progress.next(cell.label());
                var target = cell.operation().isWriting() ? databases.copy() : databases.shared();
                samples.add(cell, measure(cell, target, files));
            }
        }
    }

    private double measure(Cell cell, Target target, Path files) throws IOException {
        return plan.fork()
                .measure(
                        CatalogueBenchmark.class,
                        cell.operation().method(),
                        Map.of(
                                "way", cell.way().name(),
                                "product", target.product().name(),
                                "url", target.url(),
                                "synchronous", target.synchronous(),
                                "articles", "" + plan.articles(),
                                "bulk", "" + plan.bulk(),
                                "folder", files.toString()),
                        cell.label());
    }
}
