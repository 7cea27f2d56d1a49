/**
 * Copies of a database on which migrations are tried: the way to a goal and back, the proof of the
 * scripts that were made of it, and how a failure of either is said.
 */
package dev.tenon.database.internal.generation.proof;
