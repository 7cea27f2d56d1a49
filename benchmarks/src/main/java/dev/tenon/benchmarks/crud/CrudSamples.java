package dev.tenon.benchmarks.crud;

import dev.tenon.benchmarks.articles.Way;
import dev.tenon.benchmarks.measure.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often each was done in a second, once in each round. */
final class CrudSamples {

    private final Map<Cell, List<Double>> perSecond = new LinkedHashMap<>();

    void add(Cell cell, double operationsPerSecond) {
        perSecond.computeIfAbsent(cell, _ -> new ArrayList<>()).add(operationsPerSecond);
    }

    /** Returns the figures of all, raw JDBC among them. */
    List<CrudFigures> figures() {
        return perSecond.keySet().stream().map(this::figures).toList();
    }

    private CrudFigures figures(Cell cell) {
        var rounds = of(cell);
        return new CrudFigures(
                cell.product(),
                cell.operation(),
                cell.way(),
                Spread.of(rounds),
                Spread.ofShares(rounds, of(cell.with(Way.RAW))),
                timesTheFirst(cell, rounds));
    }

    private Optional<Spread> timesTheFirst(Cell cell, List<Double> rounds) {
        var first = of(cell.with(Operation.FIRST));
        return cell.operation() == Operation.DEEP && !first.isEmpty()
                ? Optional.of(Spread.ofShares(first, rounds))
                : Optional.empty();
    }

    private List<Double> of(Cell cell) {
        return perSecond.getOrDefault(cell, List.of());
    }
}
