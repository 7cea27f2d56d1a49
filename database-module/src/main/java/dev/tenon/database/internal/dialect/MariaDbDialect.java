package dev.tenon.database.internal.dialect;

import static dev.tenon.database.engine.Capability.DEFERRED_FOREIGN_KEYS;
import static dev.tenon.database.engine.Capability.KEYS_ON_TEXT;
import static dev.tenon.database.engine.Capability.PARTIAL_INDEXES;
import static dev.tenon.database.engine.Capability.RETURNING;
import static dev.tenon.database.engine.Capability.SEQUENCES;
import static dev.tenon.database.engine.Capability.SET_DEFAULT;
import static dev.tenon.database.engine.Capability.TRANSACTIONAL_DDL;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Lexis;
import dev.tenon.database.engine.Limits;
import dev.tenon.database.engine.Limits.NameUnit;
import dev.tenon.database.engine.Wording;
import dev.tenon.database.internal.introspection.ImpliedIndexes;
import dev.tenon.database.internal.introspection.MariaDbReader;
import dev.tenon.database.internal.introspection.MariaDbTypes;
import dev.tenon.database.internal.introspection.MariaDbWording;
import dev.tenon.database.internal.introspection.UniqueIndexes;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Native;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** MariaDB from 10.6, and MySQL from 8.0, with InnoDB. */
public final class MariaDbDialect extends SqlDialect {

    // https://mariadb.com/kb/en/innodb-limitations/, identifier-names, decimal;
    // https://dev.mysql.com/doc/refman/8.4/en/innodb-limits.html for the columns of a key;
    // four bytes for each character of utf8mb4.
    private static final Limits LIMITS =
            new Limits(64, NameUnit.CHARACTERS, 1017, 16, 3072, 16_383, 65, 30);
    private static final int ROW_BYTES = 65_535;

    /** Names of locks are those of the whole server, and have 64 characters at most. */
    private static final String MIGRATION_LOCK = "CONCAT('tenon_migration ', MD5(DATABASE()))";

    @Override
    public String name() {
        return "MariaDB/MySQL";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(
                EnumSet.of(
                        TRANSACTIONAL_DDL,
                        DEFERRED_FOREIGN_KEYS,
                        SET_DEFAULT,
                        PARTIAL_INDEXES,
                        KEYS_ON_TEXT,
                        // MariaDB has both in part, MySQL has neither.
                        RETURNING,
                        SEQUENCES));
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** https://mariadb.com/kb/en/comment-syntax/ and https://mariadb.com/kb/en/string-literals/ */
    @Override
    public Set<Lexis> lexis() {
        return EnumSet.of(
                Lexis.BACKSLASHES,
                Lexis.BACKTICKS,
                Lexis.HASH_COMMENTS,
                Lexis.SPACED_DASHES,
                Lexis.EXECUTABLE_COMMENTS,
                Lexis.OPEN_BODIES);
    }

    /** Columns and keys are the same in any case; tables are on some servers. */
    @Override
    public String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public LiveSchema read(Connection connection) throws SQLException {
        return new MariaDbReader(connection, this).read();
    }

    @Override
    public Optional<Wording> wording(Connection connection) {
        return Optional.of(new MariaDbWording(connection, this));
    }

    @Override
    ColumnType same(ColumnType type) {
        return MariaDbTypes.same(type);
    }

    /** A unique index is a key here, RESTRICT is NO ACTION, and a foreign key has its index. */
    @Override
    public Table asFound(Table declared) {
        var table = super.asFound(declared);
        var keys =
                Stream.concat(
                        table.uniqueKeys().stream(),
                        table.indexes().stream()
                                .filter(UniqueIndexes::areKeys)
                                .map(i -> new UniqueKey(i.name(), i.columns())));
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                keys.toList(),
                table.foreignKeys().stream().map(MariaDbDialect::withoutRestrict).toList(),
                table.checks(),
                table.indexes().stream()
                        .filter(i -> !UniqueIndexes.areKeys(i))
                        .filter(i -> !ImpliedIndexes.include(i, table.foreignKeys()))
                        .toList(),
                table.formerNames());
    }

    private static ForeignKey withoutRestrict(ForeignKey key) {
        return key.onDelete(withoutRestrict(key.onDelete()))
                .onUpdate(withoutRestrict(key.onUpdate()));
    }

    private static ReferentialAction withoutRestrict(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    @Override
    public String type(ColumnType type) {
        return switch (type) {
            case Varchar(int length) -> "VARCHAR(" + length + ")";
            case Decimal(int precision, int scale) -> "DECIMAL(" + precision + ", " + scale + ")";
            case Native(String sql) -> sql;
            case Plain plain ->
                    switch (plain) {
                        case BOOLEAN -> "BOOLEAN";
                        case SMALLINT -> "SMALLINT";
                        case INTEGER -> "INT";
                        case BIGINT -> "BIGINT";
                        case REAL -> "FLOAT";
                        case DOUBLE -> "DOUBLE";
                        case TEXT -> "LONGTEXT";
                        case BYTES -> "LONGBLOB";
                        case DATE -> "DATE";
                        case TIME -> "TIME(6)";
                        // A TIMESTAMP ends in 2038; an instant is kept as its UTC time.
                        case TIMESTAMP, TIMESTAMP_LOCAL -> "DATETIME(6)";
                        case UUID -> "CHAR(36)";
                        case JSON -> "JSON";
                    };
        };
    }

    @Override
    String generated() {
        return "AUTO_INCREMENT";
    }

    @Override
    String dropForeignKey(Table table, String key) {
        return "ALTER TABLE " + quote(table.name()) + " DROP FOREIGN KEY " + quote(key);
    }

    /** Texts are compared by their characters, as on the other engines, and not by a language. */
    @Override
    String tableOptions() {
        return " ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
    }

    @Override
    public String expression(Default value, ColumnType type) {
        return "(" + super.expression(value, type) + ")";
    }

    @Override
    String literal(String text) {
        return super.literal(text.replace("\\", "\\\\"));
    }

    @Override
    String now() {
        return "UTC_TIMESTAMP(6)";
    }

    private static boolean locks(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    /** A lock of the server by name: statements that create tables end transactions. */
    @Override
    public boolean tryLockMigration(Connection connection) throws SQLException {
        return locks(connection, "SELECT GET_LOCK(" + MIGRATION_LOCK + ", 0)");
    }

    @Override
    public void unlockMigration(Connection connection) throws SQLException {
        locks(connection, "SELECT RELEASE_LOCK(" + MIGRATION_LOCK + ")");
    }

    @Override
    List<Problem> ownProblems(Schema schema) {
        var problems = new ArrayList<Problem>();
        for (Table table : schema.tables()) {
            long bytes = table.columns().stream().mapToLong(c -> bytes(c)).sum();
            if (bytes > ROW_BYTES) {
                problems.add(
                        EngineProblem.cannot(
                                this,
                                "table '" + table.name() + "'",
                                "Its columns have %d bytes together, and %d are possible."
                                        .formatted(bytes, ROW_BYTES),
                                "Shorten its VARCHAR columns, which count four bytes for each"
                                        + " character, or make them TEXT."));
            }
            for (Index index : table.indexes()) {
                if (index.name().equalsIgnoreCase("PRIMARY")
                        || index.name().equalsIgnoreCase("GEN_CLUST_INDEX")) {
                    problems.add(
                            EngineProblem.cannot(
                                    this,
                                    "index '"
                                            + index.name()
                                            + "' of the table '"
                                            + table.name()
                                            + "'",
                                    "The name is that of its own primary index.",
                                    "Choose another name."));
                }
            }
        }
        return problems;
    }

    private static long bytes(Column column) {
        return switch (column.type()) {
            case Varchar(int length) -> 4L * length + 2;
            case Decimal(int precision, _) -> precision / 2 + 4;
            case Plain.UUID -> 144;
            case Plain.TEXT, Plain.BYTES, Plain.JSON -> 12;
            default -> 9;
        };
    }
}
