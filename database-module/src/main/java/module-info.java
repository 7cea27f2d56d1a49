import org.jspecify.annotations.NullMarked;

/**
 * Gives every module a database of its own, and sessions to work with it.
 */
@NullMarked
module dev.tenon.database {
    requires transitive dev.tenon.core;
    requires transitive jakarta.persistence;
    requires transitive jakarta.transaction;
    requires transitive java.sql;
    requires transitive org.jspecify;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports dev.tenon.database;
    exports dev.tenon.database.engine;
    exports dev.tenon.database.error;
    exports dev.tenon.database.schema;
}
