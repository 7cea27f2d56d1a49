package dev.tenon.crud.internal.query.jdql;

import dev.tenon.crud.internal.query.tree.Expression.Numeral;
import dev.tenon.crud.internal.query.tree.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Makes numbers of their texts, of the types they would have in Java. */
final class Numerals {

    private Numerals() {}

    static Numeral whole(Token token, boolean isNegative, Span span) throws SyntaxFlaw {
        var text = token.text().replace("_", "").toUpperCase(Locale.ROOT);
        var digits = (isNegative ? "-" : "") + text.replaceFirst("(L|BI)$", "");
        var value = new BigInteger(digits);
        if (text.matches("0\\d.*")) {
            throw new SyntaxFlaw(
                    span,
                    "'" + token.text() + "' begins with a zero",
                    "Java takes such a number for an octal one.",
                    "Leave the zero out.");
        }
        if (text.endsWith("BI")) {
            return new Numeral(value, digits, span);
        }
        boolean isLong = text.endsWith("L");
        if (value.bitLength() >= (isLong ? Long.SIZE : Integer.SIZE)) {
            throw new SyntaxFlaw(
                    span,
                    "'" + digits + "' is too large",
                    isLong ? "A long has 64 bits." : "A number without L is an int of 32 bits.",
                    isLong ? "Write BI behind it instead of L." : "Write L behind it.");
        }
        return isLong
                ? new Numeral(value.longValue(), digits, span)
                : new Numeral(value.intValue(), digits, span);
    }

    static Numeral decimal(Token token, boolean isNegative, Span span) {
        var text = token.text().replace("_", "").toUpperCase(Locale.ROOT);
        var digits = (isNegative ? "-" : "") + text.replaceFirst("(F|D|BD)$", "");
        if (text.endsWith("BD")) {
            return new Numeral(new BigDecimal(digits), digits, span);
        }
        return text.endsWith("F")
                ? new Numeral(Float.valueOf(digits), digits, span)
                : new Numeral(Double.valueOf(digits), digits, span);
    }
}
