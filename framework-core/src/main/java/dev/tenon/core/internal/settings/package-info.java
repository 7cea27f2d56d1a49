/** The settings of modules and of the host: what is declared, read and checked. */
package dev.tenon.core.internal.settings;
