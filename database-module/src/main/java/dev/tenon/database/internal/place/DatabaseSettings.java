package dev.tenon.database.internal.place;

import dev.tenon.core.settings.Secret;
import dev.tenon.core.settings.Setting;
import dev.tenon.database.Isolation;
import dev.tenon.database.internal.migration.Treatment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of databases: {@code tenon.database.…} for all, {@code tenon.database.NAME.…} for
 * the one of that name.
 */
public interface DatabaseSettings {

    /** Returns what holds for every database that says nothing else. */
    All database();

    /** Returns what holds for one database. */
    One database(String name);

    /** How SQLite keeps its journal, see its manual, "PRAGMA journal_mode". */
    enum JournalMode {
        WAL,
        DELETE,
        TRUNCATE,
        PERSIST
    }

    /** When SQLite waits for the disk, see its manual, "PRAGMA synchronous". */
    enum Synchronous {
        OFF,
        NORMAL,
        FULL,
        EXTRA
    }

    /** What is made on a server for a module. */
    enum Made {
        /** A database, and a user that reaches no other. */
        DATABASE,
        /** A schema in the database that the address names, and a user that reaches no other. */
        SCHEMA,
        /** Nothing: what the address names is there. */
        NONE
    }

    /** What holds for every database that says nothing else. */
    interface All {

        @Setting(
                description =
                        "The JDBC address of the server on which every module gets its database."
                                + " Default: SQLite, a file for each.",
                aliases = {"db_url", "DATABASE_URL"})
        Optional<Secret> url();

        @Setting(
                description =
                        "The engine, where the address does not tell it: sqlite, postgresql,"
                                + " mariadb or cockroachdb.")
        Optional<String> engine();

        @Setting(
                description =
                        "Who connects to the server; where databases are made on it, somebody who"
                                + " may make them.",
                aliases = {"db_user"})
        Optional<String> user();

        @Setting(description = "The password of the user.", aliases = "db_password")
        Optional<Secret> password();

        @Setting(
                description =
                        "What is made on the server for each module, with a user that reaches"
                                + " nothing else: database, schema (within the database that the"
                                + " address names) or none.",
                defaultValue = "database")
        Made provision();

        @Setting(
                description = "What stands before the names of what is made on a server.",
                defaultValue = "tenon_",
                pattern = "[a-z][a-z0-9_]{0,15}")
        String provisionPrefix();

        @Setting(
                description =
                        "The folder of the SQLite files, and of the passwords of users that Tenon"
                                + " makes on servers.",
                defaultValue = "data",
                aliases = {"DATABASE_PATH"})
        Path path();

        @Setting(
                description = "How many connections to a server each database keeps at rest.",
                defaultValue = "0",
                min = "0",
                aliases = "db_min_connections")
        int minConnections();

        @Setting(
                description =
                        "How many connections each database has at most; on SQLite, for reading.",
                defaultValue = "8",
                min = "1",
                aliases = "db_max_connections")
        int maxConnections();

        @Setting(
                description =
                        "How long a session waits for a connection, or for its turn to write.",
                defaultValue = "30s",
                min = "1ms",
                aliases = "db_connection_timeout")
        Duration connectionTimeout();

        @Setting(
                description = "How long a statement may run before it is interrupted.",
                defaultValue = "30s",
                min = "1ms",
                aliases = "db_statement_timeout")
        Duration statementTimeout();

        @Setting(
                description =
                        "How long the first connection to a server is tried for, again and again,"
                                + " when a module starts.",
                defaultValue = "20s",
                min = "0s")
        Duration connectLimit();

        @Setting(
                description =
                        "How long the migrations of a module may take when it starts, with the wait"
                                + " for another host that migrates the same database.",
                defaultValue = "1h",
                min = "1s")
        Duration migrationTimeout();

        @Setting(
                description = "How long a statement waits for a lock; on servers.",
                defaultValue = "10s",
                min = "1ms")
        Duration lockTimeout();

        @Setting(
                description = "How long a transaction may do nothing; on servers.",
                defaultValue = "5m",
                min = "1ms")
        Duration idleInTransactionTimeout();

        @Setting(
                description =
                        "After which wait for a connection, or a turn to write, the log says who"
                                + " holds it.",
                defaultValue = "1s",
                min = "1ms")
        Duration longWait();

        @Setting(
                description =
                        "The isolation of sessions that ask for none; on servers. Default: the"
                                + " server's.")
        Optional<Isolation> isolation();

        @Setting(
                description = "How SQLite keeps its journal.",
                defaultValue = "wal",
                aliases = "SQLITE_JOURNAL_MODE")
        JournalMode journalMode();

        @Setting(
                description =
                        "When SQLite waits for the disk: full means that a commit survives a power"
                                + " failure, normal that it may not, but the file stays whole.",
                defaultValue = "full",
                aliases = "SQLITE_SYNCHRONOUS")
        Synchronous synchronous();

        @Setting(
                description =
                        "How much SQLite keeps in memory for each connection: pages, or kibibytes"
                                + " if negative.",
                defaultValue = "-8000",
                aliases = "SQLITE_CACHE_SIZE")
        int cacheSize();

        @Setting(
                description =
                        "The folder of the backups for which no other file is named. Default:"
                                + " backups in the folder of the SQLite files.")
        Optional<Path> backups();

        @Setting(
                description =
                        "The folder of the server's programs that copy its databases, such as"
                                + " pg_dump and mariadb-dump. Default: those of the PATH.")
        Optional<Path> tools();

        @Setting(
                description =
                        "What is done if migrations have run and the tables are not what the module"
                                + " declares: fail (the module does not start), warn (in the log) or"
                                + " skip (a line in the log at debug).",
                defaultValue = "warn")
        Treatment drift();

        @Setting(
                description = ExpectedErrorTexts.TABLE_EXISTS + ExpectedErrorTexts.TREATMENTS,
                defaultValue = "fail")
        Treatment onTableExists();

        @Setting(
                description = ExpectedErrorTexts.COLUMN_EXISTS + ExpectedErrorTexts.TREATMENTS,
                defaultValue = "fail")
        Treatment onColumnExists();

        @Setting(
                description = ExpectedErrorTexts.INDEX_EXISTS + ExpectedErrorTexts.TREATMENTS,
                defaultValue = "fail")
        Treatment onIndexExists();

        @Setting(
                description = ExpectedErrorTexts.MISSING_TABLE + ExpectedErrorTexts.TREATMENTS,
                defaultValue = "fail")
        Treatment onMissingTable();

        @Setting(
                description = ExpectedErrorTexts.MISSING_COLUMN + ExpectedErrorTexts.TREATMENTS,
                defaultValue = "fail")
        Treatment onMissingColumn();

        @Setting(
                description = ExpectedErrorTexts.INCOMPATIBLE_TYPE + ExpectedErrorTexts.TREATMENTS,
                defaultValue = "fail")
        Treatment onIncompatibleType();

        /** Returns what holds for snapshots. */
        Kept snapshots();
    }

    /** What is kept of the states of a database from before its migrations. */
    interface Kept {

        @Setting(
                description =
                        "How many snapshots of each database are kept, which are taken before its"
                                + " migrations on SQLite and MariaDB; 0: none is taken.",
                defaultValue = "3",
                min = "0")
        int keep();
    }

    /** What holds for one database; nothing: what holds for all. */
    interface One {

        @Setting(
                description =
                        "The JDBC address of this database, or of the server on which it is made.",
                aliases = "db_url")
        Optional<Secret> url();

        @Setting(description = "The engine, where the address does not tell it.")
        Optional<String> engine();

        @Setting(description = "Who connects to the server.", aliases = "db_user")
        Optional<String> user();

        @Setting(description = "The password of the user.", aliases = "db_password")
        Optional<Secret> password();

        @Setting(
                description =
                        "What is made on the server for the module. Default, if it has an address of"
                                + " its own: database where the address names none, otherwise none.")
        Optional<Made> provision();

        @Setting(
                description = "How many connections to a server it keeps at rest.",
                min = "0",
                aliases = "db_min_connections")
        Optional<Integer> minConnections();

        @Setting(
                description = "How many connections it has at most.",
                min = "1",
                aliases = "db_max_connections")
        Optional<Integer> maxConnections();

        @Setting(
                description = "How long a session waits for a connection or its turn.",
                min = "1ms",
                aliases = "db_connection_timeout")
        Optional<Duration> connectionTimeout();

        @Setting(
                description = "How long a statement may run before it is interrupted.",
                min = "1ms",
                aliases = "db_statement_timeout")
        Optional<Duration> statementTimeout();

        @Setting(description = "How long the first connection is tried for.", min = "0s")
        Optional<Duration> connectLimit();

        @Setting(description = "How long its migrations may take.", min = "1s")
        Optional<Duration> migrationTimeout();

        @Setting(
                description =
                        "The version of the migrations that the database stands for, if it holds"
                                + " tables that none of them made: those up to it are not run.",
                pattern = "[0-9]+([._][0-9]+)*")
        Optional<String> baseline();

        @Setting(
                description =
                        "What is done if its tables are not what the module declares: fail, warn or"
                                + " skip.")
        Optional<Treatment> drift();

        @Setting(description = ExpectedErrorTexts.TABLE_EXISTS + ".")
        Optional<Treatment> onTableExists();

        @Setting(description = ExpectedErrorTexts.COLUMN_EXISTS + ".")
        Optional<Treatment> onColumnExists();

        @Setting(description = ExpectedErrorTexts.INDEX_EXISTS + ".")
        Optional<Treatment> onIndexExists();

        @Setting(description = ExpectedErrorTexts.MISSING_TABLE + ".")
        Optional<Treatment> onMissingTable();

        @Setting(description = ExpectedErrorTexts.MISSING_COLUMN + ".")
        Optional<Treatment> onMissingColumn();

        @Setting(description = ExpectedErrorTexts.INCOMPATIBLE_TYPE + ".")
        Optional<Treatment> onIncompatibleType();

        @Setting(description = "How long a statement waits for a lock.", min = "1ms")
        Optional<Duration> lockTimeout();

        @Setting(description = "How long a transaction may do nothing.", min = "1ms")
        Optional<Duration> idleInTransactionTimeout();

        @Setting(
                description = "After which wait the log says who holds what is waited for.",
                min = "1ms")
        Optional<Duration> longWait();

        @Setting(description = "The isolation of sessions that ask for none.")
        Optional<Isolation> isolation();

        @Setting(description = "How SQLite keeps its journal.", aliases = "SQLITE_JOURNAL_MODE")
        Optional<JournalMode> journalMode();

        @Setting(description = "When SQLite waits for the disk.", aliases = "SQLITE_SYNCHRONOUS")
        Optional<Synchronous> synchronous();

        @Setting(
                description = "How much SQLite keeps in memory for each connection.",
                aliases = "SQLITE_CACHE_SIZE")
        Optional<Integer> cacheSize();
    }
}
