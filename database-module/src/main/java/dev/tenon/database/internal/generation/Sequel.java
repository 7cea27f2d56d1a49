package dev.tenon.database.internal.generation;

import dev.tenon.database.schema.Schema;
import java.util.List;

/**
 * What has to run after a migration in a new database, too.
 *
 * @param migrations the migrations that follow
 * @param model what they lead to
 */
public record Sequel(List<GeneratedMigration> migrations, Schema model) {

    /** Nothing. */
    public static final Sequel NONE = new Sequel(List.of(), Schema.of());

    public Sequel {
        migrations = List.copyOf(migrations);
    }
}
