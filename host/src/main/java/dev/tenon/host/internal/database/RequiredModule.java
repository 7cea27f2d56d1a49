package dev.tenon.host.internal.database;

import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.ManagedDatabase;
import picocli.CommandLine.Option;

/** Which one database a command is about. */
final class RequiredModule {

    @Option(
            names = {"-m", "--module"},
            paramLabel = "NAME",
            required = true,
            description = "The module whose database it is; the name of the database will do.")
    String name = "";

    /** Returns it. */
    ManagedDatabase of(DatabaseAdministration databases) {
        return databases.of(name);
    }
}
