/**
 * Generates migrations from the difference of a database and a model, both ways: {@link
 * dev.tenon.database.internal.generation.Generation} is where it begins. Each engine writes and
 * copies in a room of its own; what it writes is proved before it is handed out, and put into files
 * here.
 */
package dev.tenon.database.internal.generation;
