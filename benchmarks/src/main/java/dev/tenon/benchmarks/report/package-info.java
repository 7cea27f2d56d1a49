/** Figures for people, documents and programs. */
package dev.tenon.benchmarks.report;
