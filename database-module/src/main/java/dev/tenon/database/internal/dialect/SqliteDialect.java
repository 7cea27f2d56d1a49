package dev.tenon.database.internal.dialect;

import static dev.tenon.database.engine.Capability.ADVISORY_LOCKS;
import static dev.tenon.database.engine.Capability.CONCURRENT_WRITERS;
import static dev.tenon.database.engine.Capability.ROW_LOCKS;
import static dev.tenon.database.engine.Capability.SEQUENCES;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Lexis;
import dev.tenon.database.engine.Limits;
import dev.tenon.database.engine.Limits.NameUnit;
import dev.tenon.database.internal.introspection.SqliteReader;
import dev.tenon.database.internal.introspection.SqliteTypes;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Native;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * SQLite from 3.37. Tables are {@code STRICT}, so that a column holds what it declares; what STRICT
 * has no type for is held to by a condition.
 */
public final class SqliteDialect extends SqlDialect {

    /** Numbers of up to so many digits come back from a REAL exactly (IEEE 754, DBL_DIG). */
    private static final int EXACT_DIGITS = 15;

    /** As values are written that are inserted, so that texts compare as times do. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS");

    // See https://sqlite.org/limits.html
    private static final Limits LIMITS =
            new Limits(
                    Limits.NONE, NameUnit.BYTES, 2000, 2000, Limits.NONE, 250_000_000, 1000, 1000);

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(
                EnumSet.of(SEQUENCES, ROW_LOCKS, CONCURRENT_WRITERS, ADVISORY_LOCKS));
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    /** https://sqlite.org/lang_keywords.html and https://sqlite.org/lang_expr.html#varparam */
    @Override
    public Set<Lexis> lexis() {
        return EnumSet.of(
                Lexis.BACKTICKS,
                Lexis.BRACKETS,
                Lexis.BYTE_ORDER_MARKS,
                Lexis.MORE_PARAMETERS,
                Lexis.TRIGGER_BODIES);
    }

    /** https://sqlite.org/c3ref/stricmp.html: of letters, those of ASCII alone have two cases. */
    @Override
    public String folded(String name) {
        var folded = new StringBuilder();
        name.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
                .forEach(c -> folded.append((char) c));
        return folded.toString();
    }

    @Override
    public LiveSchema read(Connection connection) throws SQLException {
        return new SqliteReader(connection, this).read();
    }

    @Override
    ColumnType same(ColumnType type) {
        return SqliteTypes.same(type);
    }

    @Override
    public String type(ColumnType type) {
        return switch (type) {
            case Varchar _ -> "TEXT";
            case Decimal(int precision, _) -> precision <= EXACT_DIGITS ? "REAL" : "TEXT";
            case Native(String sql) -> sql;
            case Plain plain ->
                    switch (plain) {
                        case BOOLEAN, SMALLINT, INTEGER, BIGINT -> "INTEGER";
                        case REAL, DOUBLE -> "REAL";
                        case TEXT, DATE, TIME, TIMESTAMP, TIMESTAMP_LOCAL, UUID, JSON -> "TEXT";
                        case BYTES -> "BLOB";
                    };
        };
    }

    @Override
    Optional<String> typeCondition(Column column) {
        var name = quote(column.name());
        return switch (column.type()) {
            case Varchar(int length) -> Optional.of("length(" + name + ") <= " + length);
            case Decimal(int precision, int scale) when precision <= EXACT_DIGITS ->
                    Optional.of(
                            "%s = round(%s, %d) AND abs(%s) < 1e%d"
                                    .formatted(name, name, scale, name, precision - scale));
            case Plain.BOOLEAN -> Optional.of(name + " IN (0, 1)");
            case Plain.SMALLINT -> Optional.of(name + " BETWEEN -32768 AND 32767");
            case Plain.INTEGER -> Optional.of(name + " BETWEEN -2147483648 AND 2147483647");
            case Plain.UUID -> Optional.of("length(" + name + ") = 36");
            case Plain.JSON -> Optional.of("json_valid(" + name + ")");
            default -> Optional.empty();
        };
    }

    /** A number is never given twice: other modules may hold it without a foreign key. */
    @Override
    String generated() {
        return "PRIMARY KEY AUTOINCREMENT";
    }

    @Override
    boolean hasInlineKey(Column column) {
        return column.isGenerated();
    }

    @Override
    String tableOptions() {
        return " STRICT";
    }

    @Override
    boolean addsForeignKeysLater() {
        return false;
    }

    @Override
    public String expression(Default value, ColumnType type) {
        return switch (value) {
            case Default.Numeric(var number)
                    when type instanceof ColumnType.Decimal(_, var scale)
                            && type(type).equals("TEXT") ->
                    // In the scale in which all of its numbers are written.
                    literal(number.setScale(scale).toPlainString());
            case Default.Numeric(var number) when type(type).equals("TEXT") ->
                    literal(number.toPlainString());
            case Default.Text(var text) when type == Plain.TIME ->
                    literal(TIME.format(LocalTime.parse(text)));
            default -> super.expression(value, type);
        };
    }

    @Override
    String now() {
        return "(strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now'))";
    }

    @Override
    List<Problem> ownProblems(Schema schema) {
        var problems = new ArrayList<Problem>();
        for (Table table : schema.tables()) {
            var of = " of the table '" + table.name() + "'";
            Stream.of(
                            Stream.of(table.name()),
                            table.uniqueKeys().stream().map(UniqueKey::name),
                            table.indexes().stream().map(Index::name))
                    .flatMap(names -> names)
                    .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("sqlite_"))
                    .forEach(name ->
                            problems.add(
                                    EngineProblem.cannot(
                                            this,
                                            "name '" + name + "'",
                                            "Names that begin with sqlite_ are its own.",
                                            "Choose another name.")));
            for (Column column : table.columns()) {
                if (column.type() instanceof Decimal(int precision, _)
                        && precision > EXACT_DIGITS) {
                    problems.add(
                            EngineProblem.differs(
                                    this,
                                    "column '" + column.name() + "'" + of,
                                    "A DECIMAL of more than 15 digits is kept exactly as a text, and"
                                            + " SQL sorts and compares it as one.",
                                    "Give it 15 digits at most, or write 'collate tenon_decimal'"
                                            + " where a statement sorts or compares it, which no"
                                            + " index helps."));
                }
            }
        }
        return problems;
    }
}
