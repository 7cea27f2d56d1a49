package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.engine.Classification;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.dialect.CockroachDialect;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/**
 * A server of CockroachDB
 * (https://www.cockroachlabs.com/docs/stable/transaction-retry-error-reference). Its transactions
 * are serializable, so every one that writes may have to be repeated as a whole (40001), which is
 * what {@code write} does.
 */
final class Cockroach extends PostgreSql {

    @Override
    public Dialect dialect() {
        return new CockroachDialect();
    }

    @Override
    protected Map<String, String> session(PooledSettings settings, boolean readOnly) {
        var session = super.session(settings, readOnly);
        if (readOnly) {
            // SERIALIZABLE, its default, is more than one state of the database.
            session.remove("default_transaction_isolation");
        }
        return session;
    }

    /** Some of its versions give the message of a retry another state. */
    @Override
    public Classification classify(SQLException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "").contains("restart transaction")
                ? Classification.of(ErrorClass.SERIALIZATION)
                : super.classify(failure);
    }

    /**
     * Its transactions end with {@code SERIALIZATION} failures: no savepoint mends them but one of
     * its own kind, {@code cockroach_restart}.
     */
    @Override
    public boolean endsTransaction(SQLException failure) {
        return classify(failure).errorClass() == ErrorClass.SERIALIZATION;
    }
}
