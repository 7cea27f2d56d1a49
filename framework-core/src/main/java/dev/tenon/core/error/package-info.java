/** Errors as values and as exceptions: codes, problems, results and the root of the exceptions. */
package dev.tenon.core.error;
