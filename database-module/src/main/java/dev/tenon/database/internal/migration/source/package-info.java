/** The migrations of a module, read from its files when a start is planned. */
package dev.tenon.database.internal.migration.source;
