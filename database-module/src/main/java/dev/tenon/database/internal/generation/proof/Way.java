package dev.tenon.database.internal.generation.proof;

import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.internal.generation.writing.Fills;
import dev.tenon.database.internal.generation.writing.Goal;
import dev.tenon.database.internal.generation.writing.Steps;
import dev.tenon.database.schema.LiveSchema;

/**
 * A way that was gone on a copy.
 *
 * @param goal where it leads
 * @param before what the copy held
 * @param difference what it lacked
 * @param fills what was filled in
 * @param steps what was done
 * @param after what it holds now
 */
public record Way(
        Goal goal,
        LiveSchema before,
        SchemaDifference difference,
        Fills fills,
        Steps steps,
        LiveSchema after) {}
