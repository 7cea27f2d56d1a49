/** The programs that come with a server, run to copy its databases. */
package dev.tenon.database.internal.engine.tool;
