package dev.tenon.crud.internal.query.checked;

import dev.tenon.database.mapping.AttributeMapping.EnumForm;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import java.util.Map;
import java.util.Optional;

/**
 * The type of a value, as far as queries care: a primitive type and its wrapper are one.
 *
 * @param kind which of them it is
 * @param className the class, as class files name it
 * @param enumForm how it is stored, if it is known to be an enum
 */
public record ValueType(Kind kind, String className, EnumForm enumForm) {

    /** The kinds of values; the numbers from the one that gives way to all others on. */
    public enum Kind {
        BYTE,
        SHORT,
        INTEGER,
        LONG,
        BIG_INTEGER,
        BIG_DECIMAL,
        FLOAT,
        DOUBLE,
        BOOLEAN,
        TEXT,
        CHARACTER,
        DATE,
        TIME,
        DATE_TIME,
        INSTANT,
        UUID,
        BYTES,
        /** An entity, of which the key is stored. */
        ENTITY,
        /** An enum, what is embedded, or an argument whose class alone is known. */
        OBJECT;

        /** Returns whether it is a number. */
        public boolean isNumber() {
            return compareTo(DOUBLE) <= 0;
        }

        /** Returns whether it is a number without a fraction. */
        public boolean isWhole() {
            return compareTo(BIG_INTEGER) <= 0;
        }

        /** Returns whether it is a text or one character. */
        public boolean isText() {
            return this == TEXT || this == CHARACTER;
        }
    }

    private static final Map<String, Kind> KINDS =
            Map.ofEntries(
                    Map.entry("Z", Kind.BOOLEAN),
                    Map.entry("java.lang.Boolean", Kind.BOOLEAN),
                    Map.entry("B", Kind.BYTE),
                    Map.entry("java.lang.Byte", Kind.BYTE),
                    Map.entry("S", Kind.SHORT),
                    Map.entry("java.lang.Short", Kind.SHORT),
                    Map.entry("I", Kind.INTEGER),
                    Map.entry("java.lang.Integer", Kind.INTEGER),
                    Map.entry("J", Kind.LONG),
                    Map.entry("java.lang.Long", Kind.LONG),
                    Map.entry("F", Kind.FLOAT),
                    Map.entry("java.lang.Float", Kind.FLOAT),
                    Map.entry("D", Kind.DOUBLE),
                    Map.entry("java.lang.Double", Kind.DOUBLE),
                    Map.entry("C", Kind.CHARACTER),
                    Map.entry("java.lang.Character", Kind.CHARACTER),
                    Map.entry("java.lang.String", Kind.TEXT),
                    Map.entry("java.math.BigInteger", Kind.BIG_INTEGER),
                    Map.entry("java.math.BigDecimal", Kind.BIG_DECIMAL),
                    Map.entry("java.time.LocalDate", Kind.DATE),
                    Map.entry("java.time.LocalTime", Kind.TIME),
                    Map.entry("java.time.LocalDateTime", Kind.DATE_TIME),
                    Map.entry("java.time.Instant", Kind.INSTANT),
                    Map.entry("java.util.UUID", Kind.UUID),
                    Map.entry("[B", Kind.BYTES));

    public static final ValueType TEXT = of("java.lang.String");
    public static final ValueType BOOLEAN = of("Z");
    public static final ValueType INTEGER = of("I");
    public static final ValueType LONG = of("J");

    /** Returns the type that class files name so. */
    public static ValueType of(String className) {
        return of(className, EnumForm.NONE);
    }

    /** Returns the type that class files name so, and that is stored so if it is an enum. */
    public static ValueType of(String className, EnumForm form) {
        return new ValueType(KINDS.getOrDefault(className, Kind.OBJECT), className, form);
    }

    /** Returns the type of an attribute that refers to an entity. */
    public static ValueType of(Reference reference) {
        return reference.isKeyAlone()
                ? of(reference.type())
                : new ValueType(Kind.ENTITY, reference.type(), EnumForm.NONE);
    }

    /** Returns the type of what is computed of two numbers (Jakarta Persistence 3.2, 4.7). */
    public ValueType promoted(ValueType other) {
        var wider = kind.compareTo(other.kind) >= 0 ? this : other;
        return wider.kind.compareTo(Kind.INTEGER) >= 0 ? wider : INTEGER;
    }

    /** Returns whether values of the two can be equal. */
    public boolean isComparableTo(ValueType other) {
        if (kind.isNumber() || kind.isText()) {
            return kind.isNumber() == other.kind.isNumber() && kind.isText() == other.kind.isText();
        }
        if (!isObject() || !other.isObject()) {
            return kind == other.kind;
        }
        return className.equals(other.className)
                && (enumForm == other.enumForm
                        || enumForm == EnumForm.NONE
                        || other.enumForm == EnumForm.NONE);
    }

    private boolean isObject() {
        return kind == Kind.ENTITY || kind == Kind.OBJECT;
    }

    /** Returns whether a column of this type takes values of the other. */
    public boolean takes(ValueType other) {
        return isComparableTo(other)
                && (!kind.isWhole() || other.kind.isWhole())
                && (kind != Kind.CHARACTER || other.kind == Kind.CHARACTER);
    }

    /** Returns the type of a column that holds such values; nothing if there is none by itself. */
    public Optional<ColumnType> column() {
        return Optional.ofNullable(
                switch (kind) {
                    case BYTE, SHORT -> Plain.SMALLINT;
                    case INTEGER -> Plain.INTEGER;
                    case LONG -> Plain.BIGINT;
                    case BIG_INTEGER, BIG_DECIMAL -> null;
                    case FLOAT -> Plain.REAL;
                    case DOUBLE -> Plain.DOUBLE;
                    case BOOLEAN -> Plain.BOOLEAN;
                    case TEXT, CHARACTER -> Plain.TEXT;
                    case DATE -> Plain.DATE;
                    case TIME -> Plain.TIME;
                    case DATE_TIME -> Plain.TIMESTAMP_LOCAL;
                    case INSTANT -> Plain.TIMESTAMP;
                    case UUID -> Plain.UUID;
                    case BYTES -> Plain.BYTES;
                    case ENTITY, OBJECT -> null;
                });
    }

    /** Returns how people call it: {@code int}, {@code String}. */
    public String shown() {
        return switch (className) {
            case "Z" -> "boolean";
            case "B" -> "byte";
            case "S" -> "short";
            case "I" -> "int";
            case "J" -> "long";
            case "F" -> "float";
            case "D" -> "double";
            case "C" -> "char";
            case "[B" -> "byte[]";
            default -> className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
        };
    }
}
