package dev.tenon.core.error;

import static java.util.Objects.requireNonNull;

/**
 * The root of everything Tenon throws on purpose.
 *
 * <p>Each exception carries its {@link Problem} (code, fact, cause, remedy) and its {@link
 * ErrorContext}. {@link #getMessage()} is for engineers, {@link #userMessage()} for the people who
 * use what they build: it shows no names of classes, files or settings.
 *
 * <p>The hierarchy is sealed: {@link HostException} comes from the host, {@link FrameworkException}
 * is the root from which each framework module grows a sealed tree of its own.
 */
public abstract sealed class TenonException extends RuntimeException
        permits HostException, FrameworkException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient ErrorContext context;

    TenonException(Problem problem, ErrorContext context) {
        super(requireNonNull(problem, "problem").toString(), problem.thrown().orElse(null));
        this.problem = problem;
        this.context = requireNonNull(context, "context");
    }

    /** Returns what kind of failure this is. */
    public final ErrorCode code() {
        return problem.code();
    }

    /** Returns code, fact, cause and remedy as a value. */
    public final Problem problem() {
        return problem;
    }

    /** Returns where and when it happened. */
    public final ErrorContext context() {
        return context;
    }

    /**
     * Returns a sentence that can be shown to an end user: what kind of thing went wrong and the
     * {@link ErrorContext#id() id} by which an engineer finds it.
     */
    public String userMessage() {
        return "Something went wrong (" + code().code() + ", reference " + context.id() + ").";
    }
}
