/** The topic {@code migrations}: databases brought to the version of their modules. */
package dev.tenon.benchmarks.migrations;
