/** Reads scripts of SQL: their statements, and what their comments tell Tenon. */
package dev.tenon.database.internal.script;
