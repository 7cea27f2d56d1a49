/** Sessions on any engine: statements, parameters, rows, retries. */
package dev.tenon.database.internal.session;
