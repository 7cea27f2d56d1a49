package dev.tenon.database.internal.migration;

import dev.tenon.database.fixture.RealEngine;

/** Migrates a database, and says when the second migration begins. */
final class MigratingProgram {

    private MigratingProgram() {}

    public static void main(String[] arguments) {
        try (var database = MigratedDatabase.at(arguments[1])) {
            database.follow(
                    LongMigrations.all(RealEngine.valueOf(arguments[0])),
                    (step, _, _) -> System.out.println(step));
        }
    }
}
