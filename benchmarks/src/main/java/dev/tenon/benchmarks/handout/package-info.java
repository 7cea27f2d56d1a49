/** What a plugin hands out to the benchmark that runs its host. */
package dev.tenon.benchmarks.handout;
