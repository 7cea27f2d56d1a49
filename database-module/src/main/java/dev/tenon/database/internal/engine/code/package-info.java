/** What the codes of engines mean, as values that the documentation lists too. */
package dev.tenon.database.internal.engine.code;
