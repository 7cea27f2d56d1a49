package dev.tenon.database.internal.declare;

import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What column stands for a type of Java. */
final class AttributeType {

    private static final int NAME_LENGTH = 255;

    /** By the descriptor of a primitive type or an array, or the name of a class; in an order. */
    static final Map<String, Plain> TYPES = types();

    private AttributeType() {}

    private static Map<String, Plain> types() {
        var types = new LinkedHashMap<String, Plain>();
        types.put("Z", Plain.BOOLEAN);
        types.put("java.lang.Boolean", Plain.BOOLEAN);
        types.put("B", Plain.SMALLINT);
        types.put("java.lang.Byte", Plain.SMALLINT);
        types.put("S", Plain.SMALLINT);
        types.put("java.lang.Short", Plain.SMALLINT);
        types.put("I", Plain.INTEGER);
        types.put("java.lang.Integer", Plain.INTEGER);
        types.put("J", Plain.BIGINT);
        types.put("java.lang.Long", Plain.BIGINT);
        types.put("F", Plain.REAL);
        types.put("java.lang.Float", Plain.REAL);
        types.put("D", Plain.DOUBLE);
        types.put("java.lang.Double", Plain.DOUBLE);
        types.put("java.lang.String", Plain.TEXT);
        types.put("[B", Plain.BYTES);
        types.put("java.time.LocalDate", Plain.DATE);
        types.put("java.time.LocalTime", Plain.TIME);
        types.put("java.time.Instant", Plain.TIMESTAMP);
        types.put("java.time.LocalDateTime", Plain.TIMESTAMP_LOCAL);
        types.put("java.util.UUID", Plain.UUID);
        return Collections.unmodifiableMap(types);
    }

    /**
     * Returns the type of the column, or nothing if there is none for the type of the attribute.
     */
    static Optional<ColumnType> of(Attribute attribute) {
        var name = ClassNames.of(attribute.type());
        var column = attribute.annotation(Jakarta.COLUMN);
        if (name.equals("java.lang.String") && !attribute.has(Jakarta.LOB)) {
            return column.flatMap(c -> c.number("length"))
                    .or(() -> attribute.annotation(Jakarta.SIZE).flatMap(s -> s.number("max")))
                    .map(ColumnType::varchar)
                    .or(() -> Optional.of(Plain.TEXT));
        }
        if (name.equals("java.math.BigDecimal")) {
            return Optional.of(
                    ColumnType.decimal(
                            column.flatMap(c -> c.number("precision")).orElse(0),
                            column.flatMap(c -> c.number("scale")).orElse(0)));
        }
        return Optional.ofNullable(TYPES.get(name));
    }

    /** Returns the type of the column of an enum: the name of its constant, unless it says so. */
    static ColumnType ofEnum(Attribute attribute) {
        var ordinal =
                attribute
                        .annotation(Jakarta.ENUMERATED)
                        .filter(e -> e.constant("value").orElse("ORDINAL").equals("ORDINAL"));
        return ordinal.isPresent()
                ? Plain.SMALLINT
                : ColumnType.varchar(
                        attribute
                                .annotation(Jakarta.COLUMN)
                                .flatMap(c -> c.number("length"))
                                .orElse(NAME_LENGTH));
    }
}
