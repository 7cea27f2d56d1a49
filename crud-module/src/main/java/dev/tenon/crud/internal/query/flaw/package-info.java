/** What is wrong with a query, and where. */
package dev.tenon.crud.internal.query.flaw;
