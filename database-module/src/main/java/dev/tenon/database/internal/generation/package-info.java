/**
 * Writes migrations from the difference of a database and a model, both ways, and proves them on a
 * copy that holds the data.
 */
package dev.tenon.database.internal.generation;
