package dev.tenon.database.internal.migration;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.migration.source.Migration.InCode;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.migration.JavaMigration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Makes the objects of the migrations that a loaded module has written in Java. */
public final class ProvidedMigrations {

    private ProvidedMigrations() {}

    /**
     * Returns them; code of the module runs.
     *
     * @throws dev.tenon.database.error.MigrationException if one cannot be made
     */
    public static List<CodeMigration> of(Migrations migrations, SchemaOwner owner, Module module) {
        var wanted =
                migrations.versioned().stream()
                        .filter(InCode.class::isInstance)
                        .map(InCode.class::cast)
                        .toList();
        return wanted.isEmpty()
                ? List.of()
                : wanted.stream().map(migration -> make(migration, owner, module)).toList();
    }

    private static CodeMigration make(InCode migration, SchemaOwner owner, Module module) {
        try {
            var code =
                    ServiceLoader.load(module.getLayer(), JavaMigration.class).stream()
                            .filter(p -> p.type().getModule().equals(module))
                            .filter(p -> p.type().getName().equals(migration.place()))
                            .findFirst()
                            .map(ServiceLoader.Provider::get);
            return new CodeMigration(migration, code.orElseThrow());
        } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
            throw new MigrationFailures(owner)
                    .of(
                            MigrationError.CLASS_UNUSABLE,
                            "The migration "
                                    + migration.name()
                                    + " of "
                                    + owner
                                    + " cannot be made.",
                            Problem.describe(e),
                            Optional.of(e));
        }
    }
}
