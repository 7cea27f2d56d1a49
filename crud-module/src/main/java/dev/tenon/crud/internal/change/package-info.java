/** Changes of rows: checked first, and then made in one session. */
package dev.tenon.crud.internal.change;
