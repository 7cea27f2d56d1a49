package dev.tenon.benchmarks.handout;

/** A row of the table that is measured. */
public record Item(long id, String title, long amount) {}
