package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Native;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the type of a column of SQLite. It has four; the others are told by the condition with
 * which the dialect holds a column to them. Where a table is not {@code STRICT}, a type limits
 * nothing whatever it is called, and counts as what its name means.
 */
public final class SqliteTypes {

    private static final ConditionPattern BOOLEAN = new ConditionPattern("@ IN ( 0 , 1 )");
    private static final ConditionPattern SMALLINT =
            new ConditionPattern("@ BETWEEN - 32768 AND 32767");
    private static final ConditionPattern INTEGER =
            new ConditionPattern("@ BETWEEN - 2147483648 AND 2147483647");
    private static final ConditionPattern VARCHAR = new ConditionPattern("length ( @ ) < = #");
    private static final ConditionPattern UUID = new ConditionPattern("length ( @ ) = 36");
    private static final ConditionPattern JSON = new ConditionPattern("json_valid ( @ )");
    private static final ConditionPattern DECIMAL =
            new ConditionPattern("@ = round ( @ , # ) AND abs ( @ ) < #");

    private SqliteTypes() {}

    /** Returns the type that stands for all for which SQLite has the same one. */
    public static ColumnType same(ColumnType type) {
        return switch (type) {
            case Plain.REAL -> Plain.DOUBLE;
            case Plain.DATE, Plain.TIME, Plain.TIMESTAMP, Plain.TIMESTAMP_LOCAL -> Plain.TEXT;
            case Decimal(int precision, _) when precision > 15 -> Plain.TEXT;
            default -> type;
        };
    }

    /** Returns what a column of the type holds of which nothing else is said. */
    static ColumnType declared(String type, Set<Lexis> lexis) {
        var tokens = Tokens.of(type, lexis);
        var name = tokens.isEmpty() ? "" : tokens.getFirst().text().toUpperCase(Locale.ROOT);
        var numbers =
                tokens.stream()
                        .filter(t -> t.kind() == Token.Kind.NUMBER)
                        .map(t -> new BigDecimal(t.text()).intValue())
                        .toList();
        return switch (name) {
            case "INTEGER", "INT", "BIGINT", "INT8" -> Plain.BIGINT;
            case "SMALLINT", "INT2" -> Plain.SMALLINT;
            case "INT4", "MEDIUMINT" -> Plain.INTEGER;
            case "REAL", "DOUBLE", "FLOAT" -> Plain.DOUBLE;
            case "BLOB" -> Plain.BYTES;
            case "BOOLEAN", "BOOL" -> Plain.BOOLEAN;
            case "UUID" -> Plain.UUID;
            case "JSON" -> Plain.JSON;
            case "TEXT", "CLOB", "DATE", "TIME", "TIMESTAMP", "DATETIME" -> Plain.TEXT;
            case "VARCHAR" ->
                    numbers.size() == 1 ? new Varchar(numbers.getFirst()) : new Native(type);
            case "DECIMAL", "NUMERIC" ->
                    numbers.size() == 2
                            ? same(new Decimal(numbers.getFirst(), numbers.getLast()))
                            : new Native(type);
            default -> new Native(type);
        };
    }

    /** Returns the type that a condition on a column holds it to, if it is one of those. */
    static Optional<ColumnType> held(
            String column, ColumnType declared, String condition, Set<Lexis> lexis) {
        return switch (declared) {
            case Plain.BIGINT ->
                    is(BOOLEAN, Plain.BOOLEAN, column, condition, lexis)
                            .or(() -> is(SMALLINT, Plain.SMALLINT, column, condition, lexis))
                            .or(() -> is(INTEGER, Plain.INTEGER, column, condition, lexis));
            case Plain.TEXT ->
                    is(UUID, Plain.UUID, column, condition, lexis)
                            .or(() -> is(JSON, Plain.JSON, column, condition, lexis))
                            .or(() ->
                                    VARCHAR.numbers(condition, column, lexis)
                                            .map(n -> new Varchar(n.getFirst().intValue())));
            case Plain.DOUBLE ->
                    DECIMAL.numbers(condition, column, lexis).map(SqliteTypes::decimal);
            default -> Optional.empty();
        };
    }

    private static Optional<ColumnType> is(
            ConditionPattern pattern,
            ColumnType type,
            String column,
            String condition,
            Set<Lexis> lexis) {
        return pattern.numbers(condition, column, lexis).map(_ -> type);
    }

    /** The limit is a power of ten: with as many digits before the point as it has zeros. */
    private static ColumnType decimal(List<BigDecimal> numbers) {
        int scale = numbers.getFirst().intValue();
        var limit = numbers.getLast();
        return new Decimal(scale + limit.precision() - limit.scale() - 1, scale);
    }
}
