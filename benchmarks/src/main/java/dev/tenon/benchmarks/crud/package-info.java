/** The topic {@code crud}: what programs do with tables most, against JDBC and other libraries. */
package dev.tenon.benchmarks.crud;
