package dev.tenon.benchmarks.writers;

/**
 * One run of a case.
 *
 * @param wrong by how much the counted row differs from the number of calls that succeeded
 * @param pinned how often a virtual thread waited and held its carrier
 */
record Run(LoadSample load, long wrong, long pinned) {}
