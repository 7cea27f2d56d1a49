/** Runs the migrations of a module, by Flyway, when the module is prepared. */
package dev.tenon.database.internal.migration;
