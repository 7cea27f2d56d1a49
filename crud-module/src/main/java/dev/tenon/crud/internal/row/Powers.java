package dev.tenon.crud.internal.row;

import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Dialect;

/**
 * What an engine can do with single rows.
 *
 * @param returns whether statements that change rows return them
 * @param locks whether a row can be locked while it is read
 * @param namesConflicts whether an INSERT says which key it must not break ({@code ON CONFLICT})
 */
public record Powers(boolean returns, boolean locks, boolean namesConflicts) {

    private static final String MARIADB = "MariaDB/MySQL";

    /** Returns those of an engine. */
    public static Powers of(Dialect dialect) {
        var can = dialect.capabilities();
        return new Powers(
                can.contains(Capability.RETURNING),
                can.contains(Capability.ROW_LOCKS),
                !dialect.name().equals(MARIADB));
    }
}
