/** Databases on servers: pools of connections, and transactions on them. */
package dev.tenon.database.internal.engine.pooled;
