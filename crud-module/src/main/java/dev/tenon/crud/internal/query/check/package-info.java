/** Finds out whether a query makes sense: names, types and parameters. Nothing is loaded for it. */
package dev.tenon.crud.internal.query.check;
