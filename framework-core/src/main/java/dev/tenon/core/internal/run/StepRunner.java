package dev.tenon.core.internal.run;

import dev.tenon.core.internal.observe.HostEvents;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the steps of modules: each on a fresh platform thread, so that a module that spins, blocks
 * or leaves thread-locals behind harms nobody else, and each within a time limit.
 *
 * <p>At most a given number of steps run at once. A step that takes longer than {@link #SLOW} gives
 * its place to the next, so that a few hanging modules do not hold up the rest.
 */
final class StepRunner {

    /** What a step does. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Carries what a step threw past the JDK, whose own wrappers print it: that may throw, too. */
    private static final class Thrown extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Throwable what;

        Thrown(Throwable what) {
            super("A step threw.", null, false, false);
            this.what = what;
        }
    }

    private static final Duration SLOW = Duration.ofSeconds(1);

    /** How long an interrupted step may take to come to its end. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final ScopedValue<StepRunner> IN_STEP = ScopedValue.newInstance();

    private final Semaphore places;
    private final HostEvents events;
    private final Map<Thread, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    private volatile boolean aborted;

    StepRunner(int parallelism, HostEvents events) {
        this.places = new Semaphore(parallelism, true);
        this.events = events;
    }

    /**
     * Runs a step to its end, or to its limit.
     *
     * @throws StepFailure if it threw, took too long, or was aborted
     */
    void run(HostedModule module, Step step, Duration limit, ClassLoader loader, Work work)
            throws StepFailure {
        var place = new Place();
        place.take();
        try {
            if (isAborted(step)) {
                throw StepFailure.aborted(module.name(), step, false);
            }
            runWithPlace(module, step, limit, loader, work, place);
        } finally {
            place.give();
        }
    }

    /**
     * Interrupts the running steps of starts, gives up those that do not end soon, and refuses
     * further ones; stops go on.
     */
    void abortStarts() {
        aborted = true;
        running.forEach(StepRunner::abort);
    }

    /** Returns whether this thread runs a step. */
    boolean isInStep() {
        return IN_STEP.isBound() && equals(IN_STEP.get());
    }

    private static void abort(Thread thread, CompletableFuture<Void> outcome) {
        thread.interrupt();
        outcome.orTimeout(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void runWithPlace(
            HostedModule module,
            Step step,
            Duration limit,
            ClassLoader loader,
            Work work,
            Place place)
            throws StepFailure {
        var outcome = new CompletableFuture<Void>();
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name(module.name() + " " + step.label())
                        .inheritInheritableThreadLocals(false)
                        .unstarted(() -> complete(work, outcome));
        thread.setContextClassLoader(loader);
        try {
            if (!step.isOfStop()) {
                running.put(thread, outcome);
            }
            start(thread, outcome);
            if (isAborted(step)) {
                abort(thread, outcome);
            }
            if (ends(thread, outcome, limit.compareTo(SLOW) < 0 ? limit : SLOW)) {
                return;
            }
            place.give();
            if (limit.compareTo(SLOW) > 0) {
                events.slow(module.name(), step.label(), SLOW, where(thread));
                if (ends(thread, outcome, limit.minus(SLOW))) {
                    return;
                }
            }
            var where = where(thread);
            thread.interrupt();
            var stillRunning = !endsSoon(thread);
            throw StepFailure.timedOut(module.name(), step, limit, where, stillRunning);
        } catch (ExecutionException e) {
            if (isAborted(step)) {
                throw StepFailure.aborted(module.name(), step, !endsSoon(thread));
            }
            endsSoon(thread);
            throw StepFailure.threw(
                    module.name(), step, e.getCause() instanceof Thrown t ? t.what : e);
        } catch (InterruptedException e) {
            thread.interrupt();
            throw StepFailure.aborted(module.name(), step, thread.isAlive());
        } finally {
            running.remove(thread);
        }
    }

    private static void start(Thread thread, CompletableFuture<Void> outcome) {
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // The machine lets this process have no further thread: this step fails, no more.
            outcome.completeExceptionally(new Thrown(e));
        }
    }

    private boolean isAborted(Step step) {
        return aborted && !step.isOfStop();
    }

    private void complete(Work work, CompletableFuture<Void> outcome) {
        try {
            ScopedValue.where(IN_STEP, this)
                    .call(() -> {
                        work.run();
                        return true;
                    });
            outcome.complete(null);
        } catch (Throwable e) {
            // Whatever a module throws, LinkageError and OutOfMemoryError too, is its own failure.
            outcome.completeExceptionally(new Thrown(e));
        }
    }

    /** Returns whether the step ended within the time; its thread has ended then, too. */
    private static boolean ends(Thread thread, CompletableFuture<Void> outcome, Duration time)
            throws InterruptedException, ExecutionException {
        try {
            outcome.get(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS);
            endsSoon(thread);
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }

    private static boolean endsSoon(Thread thread) {
        try {
            return thread.join(GRACE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !thread.isAlive();
        }
    }

    /** Returns the innermost frame of the thread, and the innermost that is not of the JDK. */
    private static String where(Thread thread) {
        var stack = thread.getStackTrace();
        if (stack.length == 0) {
            return "its end";
        }
        for (StackTraceElement frame : stack) {
            var module = frame.getModuleName();
            if (module == null || !(module.startsWith("java.") || module.startsWith("jdk."))) {
                return frame.equals(stack[0])
                        ? frame.toString()
                        : stack[0] + ", called by " + frame;
            }
        }
        return stack[0].toString();
    }

    /** A place among those that run at once; given back once. */
    private final class Place {
        private boolean taken;

        void take() {
            places.acquireUninterruptibly();
            taken = true;
        }

        void give() {
            if (taken) {
                taken = false;
                places.release();
            }
        }
    }
}
