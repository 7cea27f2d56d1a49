/** Plugins to measure with. */
package dev.tenon.benchmarks.plugins;
