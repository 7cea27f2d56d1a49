package dev.tenon.database.internal.generation.proof;

/**
 * What a migration was proved with.
 *
 * @param tables how many tables were there before and after
 * @param rows how many rows they held, whose values were compared
 */
public record Evidence(int tables, long rows) {}
