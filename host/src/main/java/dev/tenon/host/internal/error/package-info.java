/** The errors of the program. */
package dev.tenon.host.internal.error;
