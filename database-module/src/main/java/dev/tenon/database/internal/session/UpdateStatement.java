package dev.tenon.database.internal.session;

import dev.tenon.database.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A changing statement on the statements of a session. */
final class UpdateStatement implements Update {

    private final Statements statements;
    private final Rows rows;
    private final SqlTexts texts;
    private final SqlText text;
    private final UnaryOperator<String> quote;
    private final Parameters parameters;

    UpdateStatement(
            Statements statements,
            Rows rows,
            SqlTexts texts,
            SqlText text,
            UnaryOperator<String> quote) {
        this.statements = statements;
        this.rows = rows;
        this.texts = texts;
        this.text = text;
        this.quote = quote;
        parameters = new Parameters(text, rows);
    }

    @Override
    public Update bind(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    @Override
    public Update bindAll(Record values) {
        parameters.putAll(values);
        return this;
    }

    @Override
    public long execute() {
        return statements.run(text, parameters, OpenSession::changes);
    }

    @Override
    public <T> List<T> keys(String column, Class<T> type) {
        var returning = texts.of(text.bare() + "\nRETURNING " + quote.apply(column));
        return statements.run(
                returning,
                parameters,
                prepared -> {
                    try (var result = prepared.query()) {
                        var keys = new ArrayList<T>();
                        while (result.next()) {
                            var key = new ResultRow(result, rows, returning).get(1, type);
                            if (key != null) {
                                keys.add(key);
                            }
                        }
                        return keys;
                    }
                });
    }
}
