/**
 * The tables of modules by name: typed rows, filters, pages, changes.
 *
 * <p>{@link dev.tenon.crud.CrudService} is where to begin. What goes wrong comes back as a {@link
 * dev.tenon.core.error.Result.Failure}, with one of the exceptions of {@link dev.tenon.crud.error}
 * or of the database module; nothing here returns or takes null except values of columns.
 */
package dev.tenon.crud;
