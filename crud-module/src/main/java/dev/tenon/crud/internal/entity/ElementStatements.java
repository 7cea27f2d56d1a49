package dev.tenon.crud.internal.entity;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.mapping.AttributeMapping.Elements;

/**
 * What is said to the table of several values. Made once.
 *
 * @param table the name of that table
 * @param select the owner and the value of all rows whose owners follow, in their order
 * @param order what follows the owners
 * @param insert owner, value, and place if there is one
 * @param delete all values of an owner
 * @param hasPosition whether each value has a place
 */
record ElementStatements(
        String table,
        String select,
        String order,
        String insert,
        String delete,
        boolean hasPosition) {

    static ElementStatements of(Elements elements, Dialect dialect) {
        var table = dialect.quote(elements.table());
        var owner = dialect.quote(elements.ownerColumn());
        var value = dialect.quote(elements.column());
        var position = elements.positionColumn().map(dialect::quote);
        return new ElementStatements(
                elements.table(),
                "select " + owner + ", " + value + " from " + table + " where " + owner + " in ",
                " order by " + owner + ", " + position.orElse(value),
                "insert into "
                        + table
                        + " ("
                        + owner
                        + ", "
                        + value
                        + position.map(p -> ", " + p).orElse("")
                        + ") values (?, ?"
                        + position.map(p -> ", ?").orElse("")
                        + ")",
                "delete from " + table + " where " + owner + " = ?",
                position.isPresent());
    }
}
