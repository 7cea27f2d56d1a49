package dev.tenon.database.internal.migration;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.creation.SchemaOwner;
import java.util.Map;
import java.util.Optional;

/** Makes the exceptions of the migrations of one database. */
record MigrationFailures(SchemaOwner owner) {

    MigrationException of(MigrationError error, String fact, String cause) {
        return of(error, fact, cause, Optional.empty());
    }

    MigrationException of(
            MigrationError error, String fact, String cause, Optional<Throwable> thrown) {
        return of(Problem.error(error, fact, cause, error.remedy()), thrown);
    }

    MigrationException of(Problem problem, Optional<Throwable> thrown) {
        var now = ErrorContext.now();
        return new MigrationException(
                thrown.map(problem::from).orElse(problem),
                new ErrorContext(
                        now.time(),
                        now.id(),
                        Optional.of(owner.module()),
                        Optional.of(owner.database()),
                        Map.of()));
    }
}
