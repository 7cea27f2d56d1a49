package dev.tenon.database.internal.session;

import dev.tenon.database.Batch;
import dev.tenon.database.engine.Prepared;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch on the statements of a session. */
final class BatchStatement implements Batch {

    private final Statements statements;
    private final Rows rows;
    private final SqlText text;
    private final List<Parameters> portion = new ArrayList<>();
    private int size = 500;
    private long changed;

    BatchStatement(Statements statements, Rows rows, SqlText text) {
        this.statements = statements;
        this.rows = rows;
        this.text = text;
    }

    @Override
    public Batch portion(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least 1 row is sent at once, not " + count);
        }
        size = count;
        return this;
    }

    @Override
    public Batch add(@Nullable Object... values) {
        // Callers fill one array again and again, and the rows are sent later.
        return add(Parameters.of(text, rows, values).copy());
    }

    @Override
    public Batch addAll(Record values) {
        var parameters = new Parameters(text, rows);
        parameters.putAll(values);
        return add(parameters);
    }

    private Batch add(Parameters parameters) {
        portion.add(parameters);
        statements.unsent().add(this);
        if (portion.size() >= size) {
            send();
        }
        return this;
    }

    @Override
    public long execute() {
        send();
        return changed;
    }

    int unsent() {
        return portion.size();
    }

    /** Forgets the rows that were not sent. */
    void drop() {
        portion.clear();
    }

    /** Counts again from there, since what was sent afterwards is undone. */
    void changedBack(long earlier) {
        changed = earlier;
    }

    String sql() {
        return text.sql();
    }

    private void send() {
        if (portion.isEmpty()) {
            return;
        }
        statements.unsent().remove(this);
        statements.sent().comesFrom(this, changed);
        try {
            changed += statements.runPortion(this, text, portion.getFirst(), this::sendOn);
        } finally {
            portion.clear();
        }
    }

    private long sendOn(Prepared prepared) throws SQLException {
        var statement = prepared.statement();
        try {
            for (var parameters : portion) {
                parameters.bind(statement);
                statement.addBatch();
            }
            long sum = 0;
            for (long count : statement.executeLargeBatch()) {
                sum += Math.max(0, count);
            }
            return sum;
        } catch (RuntimeException e) {
            // Rows that were added already would be sent by the next user of the statement.
            statement.clearBatch();
            throw e;
        }
    }
}
