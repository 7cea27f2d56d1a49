/** How SQLite says what a database lacks, and copies of its files. */
package dev.tenon.database.internal.generation.sqlite;
