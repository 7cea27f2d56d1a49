package dev.tenon.benchmarks.handout;

/** A place in the order of the catalogue: by price, then by key. */
public record Place(long price, long id) {}
