/** Finds in migrations that people write what would lose data or stop others for long. */
package dev.tenon.database.internal.lint;
