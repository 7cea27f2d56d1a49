package dev.tenon.crud.internal.repository.run;

import dev.tenon.database.error.ConnectionException;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import jakarta.data.exceptions.DataConnectionException;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.MappingException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Says what a repository throws for what the database throws, which is the cause.
 *
 * @param keys the columns of the key of what is inserted; empty if nothing is
 */
record Failures(Set<String> keys) {

    static final Failures OF_QUERIES = new Failures(Set.of());

    /** Returns what is thrown; what is none of the database's passes through. */
    RuntimeException of(Throwable thrown) {
        return switch (thrown) {
            case CompletionException e when e.getCause() != null -> of(e.getCause());
            case ConstraintViolationException e when isOfKey(e) ->
                    new EntityExistsException(e.getMessage(), e);
            case ConnectionException e -> new DataConnectionException(e.getMessage(), e);
            case DatabaseException e when isUnreadable(e) ->
                    new MappingException(e.getMessage(), e);
            case DatabaseException e -> new DataException(e.getMessage(), e);
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new DataException(thrown.toString(), thrown);
        };
    }

    /** Returns a stream that says the same for what the database throws later, while it is read. */
    Stream<? extends @Nullable Object> within(Stream<? extends @Nullable Object> rows) {
        return StreamSupport.stream(new TranslatedRows(rows.spliterator(), this), false)
                .onClose(() -> close(rows));
    }

    private void close(Stream<?> rows) {
        try {
            rows.close();
        } catch (RuntimeException e) {
            throw of(e);
        }
    }

    /** Some engines do not name the columns: then it is the key, which is unique most often. */
    private boolean isOfKey(ConstraintViolationException e) {
        return e.code() == DatabaseError.UNIQUE && !keys.isEmpty() && keys.containsAll(e.columns());
    }

    private static boolean isUnreadable(DatabaseException e) {
        return e.code() == DatabaseError.UNREADABLE
                || e.code() == DatabaseError.UNMAPPABLE
                || e.code() == DatabaseError.UNBINDABLE;
    }
}
