package dev.tenon.benchmarks.crud;

import dev.tenon.benchmarks.articles.Way;
import dev.tenon.benchmarks.sql.Product;

/** What is measured in one process. */
record Cell(Product product, Operation operation, Way way) {

    Cell with(Operation other) {
        return new Cell(product, other, way);
    }

    Cell with(Way other) {
        return new Cell(product, operation, other);
    }

    String label() {
        return product.label() + ", " + operation.label() + ", " + way.plainLabel();
    }
}
