/** What goes wrong with databases: codes, exceptions, and the classes of engine errors. */
package dev.tenon.database.error;
