package dev.tenon.crud.internal.repository.run;

import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are read one by one, with what Jakarta Data says in the place of what the database
 * throws. What is done with a row is outside: its exceptions are its own. For one thread.
 */
final class TranslatedRows implements Spliterator<@Nullable Object>, Consumer<@Nullable Object> {

    private final Spliterator<? extends @Nullable Object> rows;
    private final Failures failures;
    private @Nullable Object row;

    TranslatedRows(Spliterator<? extends @Nullable Object> rows, Failures failures) {
        this.rows = rows;
        this.failures = failures;
    }

    @Override
    public boolean tryAdvance(Consumer<? super @Nullable Object> action) {
        if (!next()) {
            return false;
        }
        action.accept(row);
        return true;
    }

    private boolean next() {
        try {
            return rows.tryAdvance(this);
        } catch (RuntimeException e) {
            throw failures.of(e);
        }
    }

    /** Keeps a row until it is passed on. */
    @Override
    public void accept(@Nullable Object next) {
        row = next;
    }

    /** A session belongs to one thread. */
    @Override
    public @Nullable Spliterator<@Nullable Object> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return rows.estimateSize();
    }

    @Override
    public int characteristics() {
        return rows.characteristics() & ~(SIZED | SUBSIZED | SORTED);
    }
}
