import dev.tenon.database.engine.Engine;
import dev.tenon.database.internal.engine.mariadb.MariaDbEngine;
import dev.tenon.database.internal.engine.postgres.CockroachEngine;
import dev.tenon.database.internal.engine.postgres.PostgresEngine;
import dev.tenon.database.internal.engine.sqlite.SqliteEngine;
import dev.tenon.database.mapping.DeclaredEntities;
import dev.tenon.database.migration.JavaMigration;
import org.jspecify.annotations.NullMarked;

/**
 * Gives every module a database of its own, and sessions to work with it.
 *
 * @provides dev.tenon.core.ModulePlugin opens the databases when their modules start
 * @provides dev.tenon.core.spi.ContainerContributor runs methods with {@code Transactional}
 * @provides dev.tenon.core.spi.PlanContributor shows in the plan what modules declare of their
 *     databases
 * @provides DeclaredEntities reads entities for the plans of other framework modules
 * @provides Engine SQLite, PostgreSQL, MariaDB with MySQL, CockroachDB
 * @uses DeclaredEntities the one of this module
 * @uses Engine those and others, found by the address of a database
 * @uses JavaMigration the migrations that modules have written in Java
 */
@NullMarked
// pgjdbc has a name of its own, Flyway those of its files, and neither has a descriptor.
@SuppressWarnings("requires-automatic")
module dev.tenon.database {
    requires transitive dev.tenon.core;
    requires transitive jakarta.persistence;
    requires transitive jakarta.transaction;
    requires transitive java.sql;
    requires transitive org.jspecify;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires flyway.database.postgresql;
    requires flyway.mysql;
    requires org.mariadb.jdbc;
    requires org.postgresql.jdbc;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports dev.tenon.database;
    exports dev.tenon.database.admin;
    exports dev.tenon.database.engine;
    exports dev.tenon.database.error;
    exports dev.tenon.database.mapping;
    exports dev.tenon.database.migration;
    exports dev.tenon.database.schema;

    // Flyway makes its loggers.
    opens dev.tenon.database.internal.migration to
            flyway.core;
    // The container makes the interceptors.
    opens dev.tenon.database.internal.transaction to
            weld.core.impl;

    uses DeclaredEntities;
    uses Engine;
    uses JavaMigration;

    provides DeclaredEntities with
            dev.tenon.database.internal.declare.EntitiesOfFiles;
    provides Engine with
            SqliteEngine,
            PostgresEngine,
            MariaDbEngine,
            CockroachEngine;
    provides dev.tenon.core.ModulePlugin with
            dev.tenon.database.internal.module.DatabaseModule;
    provides dev.tenon.core.spi.ContainerContributor with
            dev.tenon.database.internal.transaction.TransactionContributor;
    provides dev.tenon.core.spi.PlanContributor with
            dev.tenon.database.internal.module.DatabasePlans;
}
