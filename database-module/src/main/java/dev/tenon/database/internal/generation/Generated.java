package dev.tenon.database.internal.generation;

import dev.tenon.database.internal.generation.proof.Evidence;
import java.util.List;

/**
 * What was generated.
 *
 * @param migrations the migrations in the order in which they are to be run; none if nothing
 *     differs
 * @param evidence what they were proved with
 */
public record Generated(List<GeneratedMigration> migrations, Evidence evidence) {

    static final Generated NOTHING = new Generated(List.of(), new Evidence(0, 0));

    public Generated {
        migrations = List.copyOf(migrations);
    }
}
