/** How PostgreSQL says what a database lacks, and a transaction in which it is tried. */
package dev.tenon.database.internal.generation.postgres;
