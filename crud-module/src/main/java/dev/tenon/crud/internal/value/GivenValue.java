package dev.tenon.crud.internal.value;

import dev.tenon.crud.TextForm;
import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Takes values that were given for columns: strictly, so that nothing is rounded, cut or guessed.
 */
public final class GivenValue {

    private static final int UUID_LENGTH = 36;

    private GivenValue() {}

    /** Returns the value in the type of the column, or why it does not fit. */
    public static Conversion of(Object given, ColumnType type) {
        return given instanceof TextForm(var text)
                ? ofText(text, type)
                : switch (type) {
                    case ColumnType.Varchar(int length) -> text(given, length);
                    case ColumnType.Decimal decimal -> GivenNumber.decimal(given, decimal);
                    case ColumnType.Native _ -> ofNative(given);
                    case Plain plain -> ofPlain(given, plain);
                };
    }

    private static Conversion ofPlain(Object given, Plain type) {
        return switch (type) {
            case BOOLEAN ->
                    given instanceof Boolean
                            ? Conversion.to(given)
                            : Conversion.wrongType("It has to be true or false.");
            case SMALLINT, INTEGER, BIGINT -> GivenNumber.whole(given, type);
            case REAL -> GivenNumber.real(given);
            case DOUBLE -> GivenNumber.doubled(given);
            case TEXT, JSON -> text(given, Integer.MAX_VALUE);
            case BYTES -> bytes(given);
            case DATE, TIME, TIMESTAMP, TIMESTAMP_LOCAL -> GivenTime.of(given, type);
            case UUID -> uuid(given);
        };
    }

    private static Conversion ofText(String text, ColumnType type) {
        return switch (type) {
            case Plain.BOOLEAN ->
                    switch (text) {
                        case "true" -> Conversion.to(true);
                        case "false" -> Conversion.to(false);
                        default -> Conversion.wrongType("It has to be true or false.");
                    };
            case Plain plain
                    when plain == Plain.SMALLINT
                            || plain == Plain.INTEGER
                            || plain == Plain.BIGINT ->
                    GivenNumber.wholeOfText(text, plain);
            case Plain plain when plain == Plain.REAL || plain == Plain.DOUBLE ->
                    GivenNumber.number(text)
                            .map(number -> ofPlain(number, plain))
                            .orElseGet(GivenNumber::noNumber);
            default -> of(text, type);
        };
    }

    private static Conversion text(Object given, int length) {
        var text =
                switch (given) {
                    case String s -> s;
                    case Enum<?> constant -> constant.name();
                    case Character c -> c.toString();
                    default -> null;
                };
        if (text == null) {
            return Conversion.wrongType("It has to be a text.");
        }
        int characters = 0;
        for (int i = 0; i < text.length(); characters++) {
            int character = text.codePointAt(i);
            if (character == 0) {
                return Conversion.wrongType("A text cannot have the character U+0000.");
            }
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                return Conversion.wrongType("It has half of a character (an unpaired surrogate).");
            }
            i += Character.charCount(character);
        }
        return characters > length
                ? new Conversion.Refused(
                        Rule.LENGTH,
                        "It has %d characters; at most %d are allowed."
                                .formatted(characters, length))
                : Conversion.to(text);
    }

    private static Conversion bytes(Object given) {
        return switch (given) {
            case byte[] bytes -> Conversion.to(Arrays.copyOf(bytes, bytes.length));
            case String base64 -> {
                try {
                    yield Conversion.to(Base64.getDecoder().decode(base64));
                } catch (IllegalArgumentException e) {
                    yield Conversion.wrongType("Its text is not Base64.");
                }
            }
            default -> Conversion.wrongType("It has to be bytes, or their Base64.");
        };
    }

    private static Conversion uuid(Object given) {
        return switch (given) {
            case UUID uuid -> Conversion.to(uuid);
            // UUID.fromString takes parts that are too short or too long.
            case String text when text.length() == UUID_LENGTH -> {
                try {
                    yield Conversion.to(UUID.fromString(text));
                } catch (IllegalArgumentException e) {
                    yield Conversion.wrongType("Its text is not that of a UUID.");
                }
            }
            default -> Conversion.wrongType("It has to be a UUID, or its 36 characters.");
        };
    }

    private static Conversion ofNative(Object given) {
        return switch (given) {
            case String _, Boolean _, Number _ -> Conversion.to(given);
            default ->
                    Conversion.wrongType(
                            "A type of one engine takes texts, numbers and truth values.");
        };
    }
}
