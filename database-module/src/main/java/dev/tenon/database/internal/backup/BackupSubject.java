package dev.tenon.database.internal.backup;

import dev.tenon.database.engine.Backups;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.failure.BackupFailures;
import java.util.Set;

/**
 * The database that is copied or restored.
 *
 * @param engine its engine
 * @param settings how it is opened; on a server, by its own user
 * @param module the name of its module
 * @param formerModules names that the module had
 * @param moduleVersion the version of the module, empty if it has none
 * @param schemaVersion the version of its schema, empty if it has none
 */
public record BackupSubject(
        Engine engine,
        StoreSettings settings,
        String module,
        Set<String> formerModules,
        String moduleVersion,
        String schemaVersion) {

    public BackupSubject {
        formerModules = Set.copyOf(formerModules);
    }

    String database() {
        return settings.database();
    }

    boolean owns(String recordedModule) {
        return recordedModule.equals(module) || formerModules.contains(recordedModule);
    }

    BackupFailures failures() {
        return new BackupFailures(database());
    }

    Backups backups() {
        return engine.backups()
                .orElseThrow(() ->
                        failures()
                                .of(
                                        BackupError.UNSUPPORTED,
                                        "The database " + database() + " cannot be copied.",
                                        "It is on " + engine.dialect().name() + "."));
    }
}
