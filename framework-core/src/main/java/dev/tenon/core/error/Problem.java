package dev.tenon.core.error;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that is wrong, as a value: it can be collected, listed and printed before anybody
 * throws it.
 *
 * @param code what kind of problem this is
 * @param severity whether it stops the module it belongs to
 * @param fact what is the case, naming every party, as one sentence with its full stop
 * @param cause why it is so, as one sentence with its full stop; may be empty
 * @param remedy what to do about it, as one sentence with its full stop
 * @param thrown the throwable behind it, if there is one
 */
public record Problem(
        ErrorCode code,
        Severity severity,
        String fact,
        String cause,
        String remedy,
        Optional<Throwable> thrown) {

    /** How much a problem stops. */
    public enum Severity {
        /** Worth a look; everything runs. */
        WARNING,
        /** What the problem belongs to does not run. */
        ERROR
    }

    public Problem {
        requireNonNull(code, "code");
        requireNonNull(severity, "severity");
        requireNonNull(fact, "fact");
        requireNonNull(cause, "cause");
        requireNonNull(remedy, "remedy");
        requireNonNull(thrown, "thrown");
    }

    /** Returns an error with the given sentences and nothing thrown. */
    public static Problem error(ErrorCode code, String fact, String cause, String remedy) {
        return new Problem(code, Severity.ERROR, fact, cause, remedy, Optional.empty());
    }

    /** Returns a warning with the given sentences and nothing thrown. */
    public static Problem warning(ErrorCode code, String fact, String cause, String remedy) {
        return new Problem(code, Severity.WARNING, fact, cause, remedy, Optional.empty());
    }

    /**
     * Returns the first of some problems, which tells the others after its remedy, for where one is
     * to stand for all.
     *
     * @param problems at least one
     */
    public static Problem together(List<Problem> problems) {
        var first = problems.getFirst();
        if (problems.size() == 1) {
            return first;
        }
        var others =
                problems.stream().skip(1).map(Problem::toString).collect(Collectors.joining(" "));
        return new Problem(
                first.code,
                first.severity,
                first.fact,
                first.cause,
                first.remedy + " There are " + (problems.size() - 1) + " more: " + others,
                first.thrown);
    }

    /** Returns this problem with the throwable that revealed it. */
    public Problem from(Throwable revealedBy) {
        return new Problem(code, severity, fact, cause, remedy, Optional.of(revealedBy));
    }

    /**
     * Returns what a throwable and its causes say, as one sentence to be used as a {@link
     * #cause()}: their simple class names with their messages.
     */
    public static String describe(Throwable throwable) {
        var text = new StringBuilder();
        var seen = new HashSet<Throwable>();
        for (Throwable t = throwable; t != null && seen.add(t); t = t.getCause()) {
            var message = messageOf(t);
            if (message.isEmpty() || text.indexOf(message) < 0) {
                text.append(text.isEmpty() ? "" : ", caused by ")
                        .append(simpleName(t.getClass()))
                        .append(message.isEmpty() ? "" : ": " + message);
            }
        }
        return text.toString().endsWith(".") ? text.toString() : text.append('.').toString();
    }

    /** Returns the message on one line, free of what would steer a terminal. */
    private static String messageOf(Throwable throwable) {
        try {
            var message = throwable.getMessage();
            return message == null
                    ? ""
                    : message.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cc}", "?");
        } catch (RuntimeException | Error e) {
            // The method is the exception's own, and may fail in turn.
            return "its message cannot be read";
        }
    }

    /** Returns what stands after the package: an anonymous class has no simple name. */
    private static String simpleName(Class<?> type) {
        var name = type.getSimpleName();
        return name.isEmpty() ? type.getName().substring(type.getPackageName().length() + 1) : name;
    }

    /** Returns whether this problem is an {@link Severity#ERROR}. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns fact, cause and remedy as one line of text, without the code. */
    public String message() {
        return (fact + " " + (cause.isEmpty() ? "" : cause + " ") + remedy).strip();
    }

    /** Returns the code and the message: {@code HOST-PLAN-006: …}. */
    @Override
    public String toString() {
        return code.code() + ": " + message();
    }
}
