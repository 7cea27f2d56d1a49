/** Filters as conditions of statements. */
package dev.tenon.crud.internal.filter;
