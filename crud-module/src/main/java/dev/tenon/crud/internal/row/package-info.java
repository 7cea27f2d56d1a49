/** Rows: how they are read, told apart, and changed. */
package dev.tenon.crud.internal.row;
