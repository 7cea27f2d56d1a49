package dev.tenon.database.internal.declare;

import dev.tenon.database.mapping.AttributeMapping.EnumForm;
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
    static final Map<String, ColumnType> TYPES = types();

    private AttributeType() {}

    private static Map<String, ColumnType> types() {
        var types = new LinkedHashMap<String, ColumnType>();
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
        types.put("C", ColumnType.varchar(1));
        types.put("java.lang.Character", ColumnType.varchar(1));
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
        if (name.equals("java.lang.String") && !attribute.has(Jakarta.LOB)) {
            return attribute.length().map(ColumnType::varchar).or(() -> Optional.of(Plain.TEXT));
        }
        if (name.equals("java.math.BigDecimal")) {
            return Optional.of(decimal(attribute, digits(attribute, "scale")));
        }
        if (name.equals("java.math.BigInteger")) {
            return Optional.of(decimal(attribute, 0));
        }
        return Optional.ofNullable(TYPES.get(name));
    }

    /**
     * Returns how an attribute is stored if it is an enum: as the name of its constant, unless it
     * says otherwise.
     */
    static EnumForm enumForm(Attribute attribute) {
        if (of(attribute).isPresent()) {
            return EnumForm.NONE;
        }
        return attribute
                .annotation(Jakarta.ENUMERATED)
                .filter(e -> e.constant("value").orElse("ORDINAL").equals("ORDINAL"))
                .map(_ -> EnumForm.ORDINAL)
                .orElse(EnumForm.NAME);
    }

    /** Returns the type of the column of an enum. */
    static ColumnType ofEnum(Attribute attribute) {
        return enumForm(attribute) == EnumForm.ORDINAL
                ? Plain.SMALLINT
                : ColumnType.varchar(
                        attribute
                                .annotation(Jakarta.COLUMN)
                                .flatMap(c -> c.number("length"))
                                .orElse(NAME_LENGTH));
    }

    private static ColumnType decimal(Attribute attribute, int scale) {
        return ColumnType.decimal(digits(attribute, "precision"), scale);
    }

    private static int digits(Attribute attribute, String element) {
        return attribute.annotation(Jakarta.COLUMN).flatMap(c -> c.number(element)).orElse(0);
    }
}
