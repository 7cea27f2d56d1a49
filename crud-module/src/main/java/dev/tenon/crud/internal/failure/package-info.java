/** The exceptions of tables by name. */
package dev.tenon.crud.internal.failure;
