package dev.tenon.database.internal.generation;

import dev.tenon.database.internal.difference.SchemaDifference;
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
record Way(
        Goal goal,
        LiveSchema before,
        SchemaDifference difference,
        Fills fills,
        Steps steps,
        LiveSchema after) {}
