/**
 * The text of statements with the values that are bound in it: what differs from engine to engine,
 * sorting, and pages that begin behind a row. Knows nothing of entities.
 */
package dev.tenon.crud.internal.sql;
