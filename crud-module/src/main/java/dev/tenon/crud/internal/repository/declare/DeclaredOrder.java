package dev.tenon.crud.internal.repository.declare;

/** One {@code @OrderBy} of a method. */
public record DeclaredOrder(String attribute, boolean isDescending, boolean ignoresCase) {}
