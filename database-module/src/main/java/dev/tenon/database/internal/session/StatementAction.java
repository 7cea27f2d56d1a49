package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Prepared;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is done with a statement whose parameters are bound. */
@FunctionalInterface
interface StatementAction<R extends @Nullable Object> {

    R apply(Prepared prepared) throws SQLException;
}
