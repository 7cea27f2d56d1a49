package dev.tenon.benchmarks.crud;

import dev.tenon.benchmarks.articles.Way;
import dev.tenon.benchmarks.measure.Fork;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Synchronous;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param ways among them {@link Way#RAW}, which the others are shares of
 * @param articles how many are in the catalogue
 * @param bulk how many are added at once
 */
record CrudPlan(
        List<Product> products,
        List<Way> ways,
        List<Operation> operations,
        Synchronous synchronous,
        int articles,
        int bulk,
        int rounds,
        Fork fork) {

    /** Returns what is measured in each round on the product, in this order. */
    List<Cell> cells(Product product) {
        return operations.stream()
                .flatMap(operation ->
                        ways.stream()
                                .filter(operation::isFor)
                                .map(way -> new Cell(product, operation, way)))
                .toList();
    }
}
