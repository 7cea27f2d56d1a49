/**
 * The migrations of a module: read when a start is planned, run by Flyway when the module is
 * prepared.
 */
package dev.tenon.database.internal.migration;
