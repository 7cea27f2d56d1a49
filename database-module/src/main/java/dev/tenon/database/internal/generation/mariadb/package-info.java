/** How MariaDB says what a database lacks, and copies of its databases. */
package dev.tenon.database.internal.generation.mariadb;
