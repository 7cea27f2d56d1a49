/** How values of Java reach a server and come back. */
package dev.tenon.database.internal.engine.value;
