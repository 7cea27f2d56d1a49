package dev.tenon.crud.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.database.schema.ColumnType.Plain;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeNumbersTest {

    @ParameterizedTest
    @EnumSource(names = {"SMALLINT", "INTEGER", "BIGINT"})
    void takesTheFirstAndTheLastNumberOfATypeAndNoneBeyond(Plain type) {
        var last = BigInteger.ONE.shiftLeft(bits(type) - 1).subtract(BigInteger.ONE);
        var first = last.not();

        assertTaken(first, type);
        assertTaken(last, type);
        assertRefused(first.subtract(BigInteger.ONE), type);
        assertRefused(last.add(BigInteger.ONE), type);
        assertRefused(BigInteger.ONE.shiftLeft(Long.SIZE), type);
    }

    private static void assertTaken(BigInteger number, Plain type) {
        Object stored = type == Plain.BIGINT ? (Object) number.longValue() : number.intValue();
        assertThat(GivenValue.of(number, type)).isEqualTo(Conversion.to(stored));
        assertThat(GivenValue.of(number.longValue(), type)).isEqualTo(Conversion.to(stored));
    }

    private static void assertRefused(BigInteger number, Plain type) {
        assertRefused(GivenValue.of(number, type), type);
        if (number.bitLength() < Long.SIZE) {
            assertRefused(GivenValue.of(number.longValue(), type), type);
        }
    }

    private static void assertRefused(Conversion conversion, Plain type) {
        int power = bits(type) - 1;
        assertThat(conversion)
                .isEqualTo(
                        new Conversion.Refused(
                                Rule.RANGE,
                                "It has to be from -2^%d to 2^%d - 1.".formatted(power, power)));
    }

    private static int bits(Plain type) {
        return switch (type) {
            case SMALLINT -> 16;
            case INTEGER -> 32;
            default -> 64;
        };
    }
}
