package dev.tenon.benchmarks.migrations;

/** What each way takes in one round. */
record Round(PhaseTimes modules, PhaseTimes together, PhaseTimes flyway, PhaseTimes logging) {}
