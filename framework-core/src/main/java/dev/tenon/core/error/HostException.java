package dev.tenon.core.error;

/**
 * Thrown by the host: by its start, its settings, its service registry and its containers. The
 * kinds are the constants of {@link HostError}.
 */
public final class HostException extends TenonException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception that concerns no single module. */
    public HostException(Problem problem) {
        super(problem, ErrorContext.now());
    }

    /** Makes an exception that concerns the module of the given name. */
    public HostException(Problem problem, String module) {
        super(problem, ErrorContext.ofModule(module));
    }
}
