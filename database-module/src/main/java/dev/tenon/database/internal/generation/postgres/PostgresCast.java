package dev.tenon.database.internal.generation.postgres;

import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;
import java.util.Optional;
import java.util.Set;

/**
 * The expression that makes of a value one of another type, or fails: none of these cuts anything
 * off a text.
 */
record PostgresCast(PostgresDialect dialect) {

    private static final Set<ColumnType> WHOLE =
            Set.of(Plain.SMALLINT, Plain.INTEGER, Plain.BIGINT);

    /** Returns it; nothing if the engine does by itself what is right. */
    Optional<String> of(String column, ColumnType from, ColumnType to) {
        var name = dialect.quote(column);
        if (isText(to)) {
            // The assignment of a text that is too long fails, where a cast to varchar cuts it.
            return isText(from)
                    ? Optional.empty()
                    : Optional.of(
                            from == Plain.BYTES
                                    ? "convert_from(" + name + ", 'UTF8')"
                                    : name + "::text");
        }
        if (to == Plain.BYTES && isText(from)) {
            return Optional.of("convert_to(" + name + ", 'UTF8')");
        }
        if (from == Plain.BOOLEAN && WHOLE.contains(to)) {
            return Optional.of(name + "::integer::" + dialect.type(to));
        }
        if (to == Plain.BOOLEAN && WHOLE.contains(from)) {
            return Optional.of("(" + name + " <> 0)");
        }
        return Optional.of(time(name, from, to).orElse(cast(name, from, to)));
    }

    /** A point in time and its day or local time belong together by UTC, wherever the server is. */
    private static Optional<String> time(String name, ColumnType from, ColumnType to) {
        if (from == Plain.TIMESTAMP) {
            return switch (to) {
                case Plain.TIMESTAMP_LOCAL -> Optional.of(name + " AT TIME ZONE 'UTC'");
                case Plain.DATE -> Optional.of("(" + name + " AT TIME ZONE 'UTC')::date");
                case Plain.TIME -> Optional.of("(" + name + " AT TIME ZONE 'UTC')::time");
                default -> Optional.empty();
            };
        }
        if (to == Plain.TIMESTAMP) {
            return switch (from) {
                case Plain.TIMESTAMP_LOCAL -> Optional.of(name + " AT TIME ZONE 'UTC'");
                case Plain.DATE -> Optional.of(name + "::timestamp AT TIME ZONE 'UTC'");
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private String cast(String name, ColumnType from, ColumnType to) {
        boolean isDirect =
                isText(from)
                        || (isNumber(from) && isNumber(to))
                        || (from == Plain.DATE && to == Plain.TIMESTAMP_LOCAL)
                        || (from == Plain.TIMESTAMP_LOCAL
                                && (to == Plain.DATE || to == Plain.TIME));
        return name + (isDirect ? "" : "::text") + "::" + dialect.type(to);
    }

    private static boolean isText(ColumnType type) {
        return type == Plain.TEXT || type instanceof Varchar;
    }

    private static boolean isNumber(ColumnType type) {
        return WHOLE.contains(type)
                || type == Plain.REAL
                || type == Plain.DOUBLE
                || type instanceof ColumnType.Decimal;
    }
}
