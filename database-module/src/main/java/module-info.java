import dev.tenon.database.engine.Engine;
import dev.tenon.database.internal.engine.mariadb.MariaDbEngine;
import dev.tenon.database.internal.engine.postgres.CockroachEngine;
import dev.tenon.database.internal.engine.postgres.PostgresEngine;
import dev.tenon.database.internal.engine.sqlite.SqliteEngine;
import org.jspecify.annotations.NullMarked;

/**
 * Gives every module a database of its own, and sessions to work with it.
 */
@NullMarked
// pgjdbc has a name of its own, and no descriptor.
@SuppressWarnings("requires-automatic")
module dev.tenon.database {
    requires transitive dev.tenon.core;
    requires transitive jakarta.persistence;
    requires transitive jakarta.transaction;
    requires transitive java.sql;
    requires transitive org.jspecify;
    requires com.zaxxer.hikari;
    requires org.mariadb.jdbc;
    requires org.postgresql.jdbc;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports dev.tenon.database;
    exports dev.tenon.database.engine;
    exports dev.tenon.database.error;
    exports dev.tenon.database.schema;

    uses Engine;

    provides Engine with
            SqliteEngine,
            PostgresEngine,
            MariaDbEngine,
            CockroachEngine;
}
