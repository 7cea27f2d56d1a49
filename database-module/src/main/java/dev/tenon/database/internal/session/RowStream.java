package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Prepared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows one by one: one row is in memory, however many there are. */
final class RowStream<T> extends AbstractSpliterator<T> {

    private final Statements statements;
    private final Rows rows;
    private final SqlText text;
    private final Prepared prepared;
    private final ResultSet result;
    private final RowReader<T> reader;

    private RowStream(
            Statements statements,
            Rows rows,
            SqlText text,
            Prepared prepared,
            ResultSet result,
            RowReader<T> reader) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.statements = statements;
        this.rows = rows;
        this.text = text;
        this.prepared = prepared;
        this.result = result;
        this.reader = reader;
    }

    static <T> Stream<T> of(
            Statements statements,
            Rows rows,
            SqlText text,
            Prepared prepared,
            ResultSet result,
            RowReader<T> reader) {
        var rowsOneByOne = new RowStream<>(statements, rows, text, prepared, result, reader);
        return StreamSupport.stream(rowsOneByOne, false)
                .onClose(() -> {
                    statements.closeQuietly(result);
                    prepared.close();
                    statements.closed(result);
                    statements.closed(prepared);
                });
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        var row = statements.step(text.sql(), prepared, this::next);
        if (row == null) {
            return false;
        }
        action.accept(row.value());
        return true;
    }

    /** Tells a row whose value is null from no row. */
    private record Found<T>(T value) {}

    private @Nullable Found<T> next() throws SQLException {
        if (!result.next()) {
            return null;
        }
        try {
            return new Found<>(reader.read(result));
        } catch (IllegalArgumentException e) {
            throw rows.unreadable(text, e);
        }
    }
}
