package dev.tenon.core.error;

/**
 * The root of the exceptions of one framework module, such as the database module. A framework
 * module extends it once, with a sealed class of its own.
 */
public abstract non-sealed class FrameworkException extends TenonException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param problem code, fact, cause and remedy
     * @param context where and when it happened
     */
    protected FrameworkException(Problem problem, ErrorContext context) {
        super(problem, context);
    }
}
