/**
 * {@code tenon db}: what can be done with the databases of modules while they do not run. As light
 * as the other commands before one of them is called.
 */
package dev.tenon.host.internal.database;
