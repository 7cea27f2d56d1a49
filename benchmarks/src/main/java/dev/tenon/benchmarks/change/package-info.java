/** Changes of a running host: install, upgrade, uninstall. */
package dev.tenon.benchmarks.change;
