package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.migration.source.Migration.InCode;
import dev.tenon.database.migration.JavaMigration;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

/**
 * A migration in Java as Flyway runs it.
 *
 * @param declared what the plan knows of it
 * @param code what it does
 */
record CodeMigration(InCode declared, JavaMigration code)
        implements org.flywaydb.core.api.migration.JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(declared.version().orElseThrow().toString());
    }

    @Override
    public String getDescription() {
        return declared.name().description();
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** Flyway takes back what has thrown an exception, and no Error. */
    @Override
    public void migrate(Context context) throws Exception {
        try {
            code.migrate(LentConnection.of(context.getConnection()));
        } catch (Error e) {
            throw new FlywayException("The migration threw an Error", e);
        }
    }
}
