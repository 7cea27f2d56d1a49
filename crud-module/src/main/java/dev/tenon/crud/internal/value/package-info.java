/** Values of columns: as they are given, as they are stored, and as texts. */
package dev.tenon.crud.internal.value;
