/** A catalogue of articles, and the ways to it: JDBC, other libraries, Tenon. */
package dev.tenon.benchmarks.articles;
