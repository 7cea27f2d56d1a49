/** SQLite: one fair writer with shared commits, and readers of its own. */
package dev.tenon.database.internal.engine.sqlite;
