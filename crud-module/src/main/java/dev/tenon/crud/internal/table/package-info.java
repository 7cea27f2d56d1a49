/** Which tables there are, what is known of them, and who may do what with them. */
package dev.tenon.crud.internal.table;
