/** The runtime image as whole processes: from their start until every module has started. */
package dev.tenon.benchmarks.start;
