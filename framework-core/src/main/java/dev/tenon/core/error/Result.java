package dev.tenon.core.error;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The outcome of an operation whose failure the caller is expected to look at.
 *
 * <p>Immutable, and as safe for use by many threads as the value it holds. Match on it:
 *
 * <pre>{@code
 * switch (result) {
 *     case Result.Success<Note>(Note note) -> show(note);
 *     case Result.Failure<Note>(TenonException error) -> refuse(error.userMessage());
 * }
 * }</pre>
 *
 * @param <T> the type of the value; a value is never null
 */
public sealed interface Result<T> {

    /**
     * The operation succeeded.
     *
     * @param value what it gave; never null
     */
    record Success<T>(T value) implements Result<T> {
        public Success {
            requireNonNull(value, "value");
        }
    }

    /**
     * The operation failed.
     *
     * @param error why; never null
     */
    record Failure<T>(TenonException error) implements Result<T> {
        public Failure {
            requireNonNull(error, "error");
        }
    }

    /** Returns a success with the given value. */
    static <T> Result<T> success(T value) {
        return new Success<>(value);
    }

    /** Returns a failure with the given exception. */
    static <T> Result<T> failure(TenonException error) {
        return new Failure<>(error);
    }

    /**
     * Runs the operation and returns its value, or the {@link TenonException} it threw. Any other
     * exception is a defect, not an outcome, and passes through.
     */
    static <T> Result<T> of(Supplier<? extends T> operation) {
        try {
            return new Success<>(operation.get());
        } catch (TenonException e) {
            return new Failure<>(e);
        }
    }

    /** Returns whether this is a {@link Success}. */
    default boolean isSuccess() {
        return this instanceof Success<T>;
    }

    /** Returns the value of a success, mapped; a failure stays what it is. */
    default <U> Result<U> map(Function<? super T, ? extends U> mapping) {
        return switch (this) {
            case Success<T>(T value) -> new Success<>(mapping.apply(value));
            case Failure<T>(TenonException error) -> new Failure<>(error);
        };
    }

    /** Returns what the next operation makes of the value; a failure stays what it is. */
    default <U> Result<U> flatMap(Function<? super T, Result<U>> next) {
        return switch (this) {
            case Success<T>(T value) -> next.apply(value);
            case Failure<T>(TenonException error) -> new Failure<>(error);
        };
    }

    /** Returns the value of a success, or what the function makes of the exception. */
    default T orElseGet(Function<? super TenonException, ? extends T> other) {
        return switch (this) {
            case Success<T>(T value) -> value;
            case Failure<T>(TenonException error) -> other.apply(error);
        };
    }

    /**
     * Returns the value of a success.
     *
     * @throws TenonException the exception of a failure
     */
    default T orElseThrow() {
        return switch (this) {
            case Success<T>(T value) -> value;
            case Failure<T>(TenonException error) -> throw error;
        };
    }

    /** Returns the value of a success, or nothing. */
    default Optional<T> toOptional() {
        return this instanceof Success<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Passes the exception of a failure to the action, and returns this. */
    default Result<T> onFailure(Consumer<? super TenonException> action) {
        if (this instanceof Failure<T>(TenonException error)) {
            action.accept(error);
        }
        return this;
    }
}
