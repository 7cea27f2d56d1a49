/** Finds everything that is wrong with values before the database is asked. */
package dev.tenon.crud.internal.validation;
