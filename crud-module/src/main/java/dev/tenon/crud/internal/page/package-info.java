/** Pages of rows: cursors, counts, and the rows that foreign keys lead to. */
package dev.tenon.crud.internal.page;
