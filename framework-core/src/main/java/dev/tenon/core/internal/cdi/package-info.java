/** The CDI container of a module, on Weld. */
package dev.tenon.core.internal.cdi;
