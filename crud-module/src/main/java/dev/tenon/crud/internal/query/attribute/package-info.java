/** Finds attributes of entities by what queries call them. */
package dev.tenon.crud.internal.query.attribute;
