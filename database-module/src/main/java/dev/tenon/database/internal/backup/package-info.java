/**
 * Backups: one file each, with the copy of a database and what is known of it; and snapshots, which
 * the engine keeps near the database.
 */
package dev.tenon.database.internal.backup;
