package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Default;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Understands the text of a default as an engine keeps it. */
public final class DefaultText {

    private final Dialect dialect;
    private final ColumnType type;
    private final Phrase now;

    /**
     * @param type that of the column
     */
    public DefaultText(Dialect dialect, ColumnType type) {
        this.dialect = dialect;
        this.type = type;
        this.now = Phrase.of(dialect.expression(new Default.Now(), Plain.TIMESTAMP), dialect);
    }

    /** Returns the default; nothing if it is NULL, which is none. */
    public Optional<Default> read(String text) {
        if (Phrase.of(text, dialect).equals(now)) {
            return Optional.of(new Default.Now());
        }
        var tokens = uncast(bare(Tokens.of(text, dialect.lexis())));
        if (tokens.size() == 1 && tokens.getFirst().is("NULL")) {
            return Optional.empty();
        }
        return literal(tokens)
                .or(() ->
                        Optional.of(
                                new Default.Expression(Phrase.unwrapped(text, dialect.lexis()))));
    }

    private Optional<Default> literal(List<Token> tokens) {
        if (tokens.size() == 2 && tokens.getFirst().is("-") && isNumber(tokens.getLast())) {
            return number("-" + tokens.getLast().text());
        }
        if (tokens.size() != 1) {
            return Optional.empty();
        }
        var token = tokens.getFirst();
        return switch (token.kind()) {
            case TEXT -> ofText(token.text());
            case NUMBER -> number(token.text());
            case WORD -> ofWord(token);
            case NAME, SYMBOL -> Optional.empty();
        };
    }

    private static boolean isNumber(Token token) {
        return token.kind() == Token.Kind.NUMBER;
    }

    private static Optional<Default> ofWord(Token word) {
        return word.is("TRUE") || word.is("FALSE") ? truth(word.is("TRUE")) : Optional.empty();
    }

    /** A number may stand in quotation marks, and is a text in a column of texts. */
    private Optional<Default> ofText(String text) {
        return isNumeric() && !text.isBlank() ? number(text) : Optional.of(new Default.Text(text));
    }

    private boolean isNumeric() {
        return switch (type) {
            case Plain.SMALLINT, Plain.INTEGER, Plain.BIGINT, Plain.REAL, Plain.DOUBLE -> true;
            case Decimal _ -> true;
            default -> false;
        };
    }

    private Optional<Default> number(String text) {
        try {
            var number = new BigDecimal(text);
            if (type == Plain.BOOLEAN) {
                return truth(number.signum() != 0);
            }
            return Optional.of(new Default.Numeric(plain(number)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Optional<Default> truth(boolean value) {
        return Optional.of(new Default.Truth(value));
    }

    private static List<Token> bare(List<Token> tokens) {
        var rest = tokens;
        while (rest.size() > 2 && rest.getFirst().is("(") && rest.getLast().is(")")) {
            rest = rest.subList(1, rest.size() - 1);
        }
        return rest;
    }

    /** Takes off the type of a text, as in {@code 'x'::text}, and its character set. */
    private static List<Token> uncast(List<Token> tokens) {
        var rest = tokens;
        if (rest.size() == 2 && rest.getFirst().text().startsWith("_") && isText(rest.getLast())) {
            return rest.subList(1, 2);
        }
        boolean isCast =
                rest.size() > 2
                        && isText(rest.getFirst())
                        && rest.get(1).is("::")
                        && rest.subList(2, rest.size()).stream().allMatch(Token::isName);
        return isCast ? rest.subList(0, 1) : rest;
    }

    private static boolean isText(Token token) {
        return token.kind() == Token.Kind.TEXT;
    }
}
