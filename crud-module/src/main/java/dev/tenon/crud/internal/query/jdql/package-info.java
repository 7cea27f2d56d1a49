/**
 * Reads the Jakarta Data Query Language (Jakarta Data 1.0, chapter 5). Beyond it, an entity may
 * have a name in the query ({@code from Note n}), {@code in} takes an argument with several values,
 * several attributes may be selected, and {@code member of} and {@code is empty} look into
 * collections, as in Jakarta Persistence.
 */
package dev.tenon.crud.internal.query.jdql;
