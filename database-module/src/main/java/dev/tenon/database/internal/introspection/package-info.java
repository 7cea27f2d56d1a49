/** Reads what databases hold, from what their engines keep of it. */
package dev.tenon.database.internal.introspection;
