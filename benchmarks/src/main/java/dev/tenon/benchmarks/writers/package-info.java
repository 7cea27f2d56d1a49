/** The topic {@code writers}: many callers that write to one SQLite file at once. */
package dev.tenon.benchmarks.writers;
