/** The topic {@code sessions}: one caller, one row at a time, against JDBC and other libraries. */
package dev.tenon.benchmarks.sessions;
