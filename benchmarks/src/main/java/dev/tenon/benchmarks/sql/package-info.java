/** One table, and the ways to it that are measured against each other. */
package dev.tenon.benchmarks.sql;
