/** The topic {@code databases}: what many databases cost that nobody uses at the moment. */
package dev.tenon.benchmarks.databases;
