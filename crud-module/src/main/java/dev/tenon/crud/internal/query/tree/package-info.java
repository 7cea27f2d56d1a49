/** What a query says, before it is known whether it makes sense. */
package dev.tenon.crud.internal.query.tree;
