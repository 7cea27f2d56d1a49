/**
 * Reads queries out of the names of methods (Jakarta Data 1.0, the extension Query by Method Name).
 */
package dev.tenon.crud.internal.query.name;
