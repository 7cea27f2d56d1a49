/** MariaDB and MySQL, by MariaDB Connector/J. */
package dev.tenon.database.internal.engine.mariadb;
