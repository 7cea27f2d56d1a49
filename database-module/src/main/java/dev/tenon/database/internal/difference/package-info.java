/** Tells what has to change for one schema to become another on one engine, as typed changes. */
package dev.tenon.database.internal.difference;
