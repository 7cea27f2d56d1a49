/** What a query says, with every name resolved and every type known. */
package dev.tenon.crud.internal.query.checked;
