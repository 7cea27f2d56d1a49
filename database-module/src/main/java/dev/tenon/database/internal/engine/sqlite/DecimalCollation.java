package dev.tenon.database.internal.engine.sqlite;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.Collation;
import org.sqlite.SQLiteConnection;

/**
 * The collation {@code tenon_decimal}: texts that are numbers come in the order of these, exactly,
 * and before all others. For what SQLite has no type for: a number of more than 15 digits.
 */
final class DecimalCollation extends Collation {

    private static final String NAME = "tenon_decimal";

    private DecimalCollation() {}

    /** Makes statements of the connection know it. */
    static void addTo(SQLiteConnection connection) throws SQLException {
        Collation.create(connection, NAME, new DecimalCollation());
    }

    @Override
    protected int xCompare(String one, String other) {
        var number = number(one);
        var another = number(other);
        if (number.isPresent() && another.isPresent()) {
            return number.get().compareTo(another.get());
        }
        if (number.isEmpty() && another.isEmpty()) {
            return one.compareTo(other);
        }
        return number.isPresent() ? -1 : 1;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
