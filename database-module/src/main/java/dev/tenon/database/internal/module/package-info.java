/**
 * The framework module: reads its settings, opens the database of each module, and keeps its own.
 */
package dev.tenon.database.internal.module;
