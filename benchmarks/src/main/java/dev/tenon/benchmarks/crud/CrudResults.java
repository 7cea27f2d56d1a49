package dev.tenon.benchmarks.crud;

import dev.tenon.benchmarks.articles.Way;
import dev.tenon.benchmarks.report.Machine;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.Table;
import dev.tenon.benchmarks.sql.Product;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything about the catalogue. */
record CrudResults(CrudPlan plan, List<CrudFigures> figures) {

    private static final Set<Operation> ROWS =
            EnumSet.of(Operation.FIND, Operation.INSERT, Operation.UPDATE, Operation.BULK);
    private static final Set<Operation> PAGES = EnumSet.complementOf(EnumSet.copyOf(ROWS));

    Report report() {
        return new Report(
                Machine.here(),
                this,
                plan.products().stream()
                        .flatMap(product ->
                                Stream.of(
                                        table(product, "rows", ROWS),
                                        table(product, "pages", PAGES)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Table> table(Product product, String what, Set<Operation> asked) {
        var operations = asked.stream().filter(plan.operations()::contains).toList();
        if (operations.isEmpty()) {
            return Optional.empty();
        }
        var columns = new ArrayList<>(List.of(""));
        operations.forEach(operation -> columns.add(heading(operation)));
        if (isCompared(operations)) {
            columns.add("deep, times the first");
        }
        return Optional.of(
                new Table(
                        title(product, what),
                        columns,
                        plan.ways().stream()
                                .filter(way -> operations.stream().anyMatch(o -> o.isFor(way)))
                                .map(way -> row(product, way, operations))
                                .toList()));
    }

    private String title(Product product, String what) {
        return String.format(
                Locale.ROOT,
                "%s, %s: share of raw JDBC, median (least–most) of %d rounds of %d s after %d s,"
                        + " and how many in a second. %,d articles, synchronous=%s:",
                product.label(),
                what,
                plan.rounds(),
                plan.fork().seconds(),
                plan.fork().warmUp(),
                plan.articles(),
                plan.synchronous());
    }

    private String heading(Operation operation) {
        return operation == Operation.BULK
                ? String.format(Locale.ROOT, "%s of %,d, rows", operation.label(), plan.bulk())
                : operation.label();
    }

    private List<String> row(Product product, Way way, List<Operation> operations) {
        var cells = new ArrayList<>(List.of(way.label()));
        for (Operation operation : operations) {
            cells.add(
                    figures(product, operation, way)
                            .map(figures -> figures.text(rows(operation)))
                            .orElse("–"));
        }
        if (isCompared(operations)) {
            cells.add(
                    figures(product, Operation.DEEP, way)
                            .flatMap(CrudFigures::timesTheFirst)
                            .map(times -> times.text(2))
                            .orElse("–"));
        }
        return cells;
    }

    private int rows(Operation operation) {
        return operation == Operation.BULK ? plan.bulk() : 1;
    }

    private static boolean isCompared(List<Operation> operations) {
        return operations.containsAll(List.of(Operation.FIRST, Operation.DEEP));
    }

    private Optional<CrudFigures> figures(Product product, Operation operation, Way way) {
        return figures.stream()
                .filter(f -> f.product() == product)
                .filter(f -> f.operation() == operation && f.way() == way)
                .findFirst();
    }
}
