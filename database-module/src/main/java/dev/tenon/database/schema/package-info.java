/**
 * What a database is to hold: tables, columns, keys, foreign keys, checks and indexes, as values.
 */
package dev.tenon.database.schema;
