/** Finds the engine of a database. */
package dev.tenon.database.internal.engine;
