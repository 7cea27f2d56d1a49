/** Sessions: units of work on the database of a module. */
package dev.tenon.database;
