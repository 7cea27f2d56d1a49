package dev.tenon.benchmarks.sessions;

import dev.tenon.benchmarks.report.Machine;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.Table;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Rival;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything about one caller.
 *
 * @param warmUp seconds of each process that do not count
 * @param seconds seconds of each process that count
 */
record SessionsResults(int rounds, int warmUp, int seconds, List<SessionFigures> figures) {

    Report report() {
        var tables =
                Stream.of(Product.values())
                        .filter(product -> figures.stream().anyMatch(f -> f.product() == product))
                        .map(this::table)
                        .toList();
        return new Report(Machine.here(), this, tables);
    }

    private Table table(Product product) {
        return new Table(
                ("%s, share of raw JDBC, median (least–most) of %d rounds of %d s after %d s, and"
                                + " operations per second:")
                        .formatted(product.label(), rounds, seconds, warmUp),
                List.of("", Action.SELECT.label(), Action.INSERT.label()),
                Stream.of(Rival.values())
                        .map(rival -> row(product, rival))
                        .filter(row -> row.stream().skip(1).anyMatch(cell -> !cell.equals("–")))
                        .toList());
    }

    private List<String> row(Product product, Rival rival) {
        return List.of(
                rival.label(),
                cell(product, rival, Action.SELECT),
                cell(product, rival, Action.INSERT));
    }

    private String cell(Product product, Rival rival, Action action) {
        return figures.stream()
                .filter(f -> f.product() == product && f.rival() == rival && f.action() == action)
                .findFirst()
                .map(SessionFigures::text)
                .orElse("–");
    }
}
