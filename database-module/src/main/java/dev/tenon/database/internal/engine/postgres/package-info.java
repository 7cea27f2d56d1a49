/** PostgreSQL, and CockroachDB, which speaks its protocol; by pgjdbc. */
package dev.tenon.database.internal.engine.postgres;
