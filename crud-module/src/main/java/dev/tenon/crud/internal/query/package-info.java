/**
 * The queries of repository methods, from what a method says to SQL: of a text in the query
 * language, of the method's name, or of its parameters.
 */
package dev.tenon.crud.internal.query;
