package dev.tenon.database.internal.migration;

import java.sql.SQLException;

/** What has to be put back, whatever happens meanwhile. */
@FunctionalInterface
interface Undo extends AutoCloseable {

    /** Puts it back. */
    @Override
    void close() throws SQLException;
}
