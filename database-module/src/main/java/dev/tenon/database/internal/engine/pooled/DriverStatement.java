package dev.tenon.database.internal.engine.pooled;

import dev.tenon.database.engine.Prepared;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A prepared statement of a driver that keeps what it has prepared by itself, and looks it up by
 * its text.
 */
record DriverStatement(PreparedStatement statement) implements Prepared {

    private static final Logger LOG = LoggerFactory.getLogger(DriverStatement.class);

    @Override
    public void discard() {
        // The driver forgets by itself what the server has.
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            LOG.debug("A failed statement closes with its failure", e);
        }
    }
}
