/**
 * What the engines have in common when they write a migration: the stage that it starts from, what
 * is done to each table, the values that rows get, the order of keys and names.
 */
package dev.tenon.database.internal.generation.writing;
