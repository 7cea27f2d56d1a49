package dev.tenon.core.internal.run;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.TenonException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.ServiceConfigurationError;
import java.util.Set;

/** A step that did not succeed. */
final class StepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean stillRunning;

    private StepFailure(Problem problem, boolean stillRunning) {
        super(problem.toString(), problem.thrown().orElse(null));
        this.problem = problem;
        this.stillRunning = stillRunning;
    }

    static StepFailure threw(String module, Step step, Throwable thrown) {
        try {
            return described(module, step, thrown);
        } catch (RuntimeException | Error e) {
            // Its getMessage, or some other method of the module's own exception, throws in turn.
            return of(
                    Problem.error(
                            step.failure(),
                            step.fact(module),
                            thrown.getClass().getName() + ", which cannot be printed.",
                            step.failure().remedy()));
        }
    }

    private static StepFailure described(String module, Step step, Throwable thrown) {
        var cause =
                thrown instanceof ServiceConfigurationError && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        if (cause instanceof TenonException own && speaksFor(step, own)) {
            return of(explained(module, step, own.problem()).from(cause));
        }
        var code = linkage(cause) ? HostError.LINKAGE_FAILED : step.failure();
        return of(
                Problem.error(code, step.fact(module), Problem.describe(cause), code.remedy())
                        .from(cause));
    }

    /** What a module throws is its own failure, unless the framework made it. */
    private static boolean speaksFor(Step step, TenonException thrown) {
        return step.isOfFramework() || thrown.code() instanceof HostError;
    }

    /** A failure of the host's own making, which says all there is to say. */
    static StepFailure of(Problem problem) {
        return new StepFailure(problem, false);
    }

    private static Problem explained(String module, Step step, Problem own) {
        return Problem.error(
                own.code(),
                step.fact(module),
                (own.fact() + " " + own.cause()).strip(),
                own.remedy());
    }

    static StepFailure timedOut(
            String module, Step step, Duration limit, String where, boolean stillRunning) {
        return new StepFailure(
                Problem.error(
                        HostError.STEP_TIMED_OUT,
                        "The module "
                                + module
                                + " has failed: its step '"
                                + step.label()
                                + "' did not end within "
                                + Durations.text(limit)
                                + ".",
                        "It stands at "
                                + where
                                + (stillRunning ? " and ignores its interruption." : "."),
                        "Look there, or raise tenon.module."
                                + module
                                + "."
                                + step.timeoutSetting()
                                + "."),
                stillRunning);
    }

    static StepFailure aborted(String module, Step step, boolean stillRunning) {
        return new StepFailure(
                Problem.error(
                        HostError.START_INTERRUPTED,
                        "The module "
                                + module
                                + " has not started: its step '"
                                + step.label()
                                + "' was given up.",
                        "The start of the host was interrupted.",
                        HostError.START_INTERRUPTED.remedy()),
                stillRunning);
    }

    Problem problem() {
        return problem;
    }

    /** Returns whether the thread of the step goes on although it was interrupted. */
    boolean isStillRunning() {
        return stillRunning;
    }

    /**
     * Class files that do not fit together show as LinkageError somewhere in the chain of causes.
     */
    private static boolean linkage(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            if (t instanceof LinkageError && !(t instanceof ExceptionInInitializerError)) {
                return true;
            }
        }
        return false;
    }
}
