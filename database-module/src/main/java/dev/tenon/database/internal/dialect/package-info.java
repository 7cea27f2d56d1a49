/** The dialects of the engines, and how statements that create tables are written. */
package dev.tenon.database.internal.dialect;
