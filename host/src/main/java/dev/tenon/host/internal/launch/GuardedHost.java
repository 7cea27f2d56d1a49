package dev.tenon.host.internal.launch;

import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.host.internal.logging.LastingLogManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The host of this process, which stops in order however the process ends: by a signal at any
 * moment of its life, by {@code System.exit} in a module, or because the command is done.
 *
 * <p>A stop that takes longer than its limit ends the process with what has not stopped.
 */
public final class GuardedHost implements AutoCloseable {

    private static final int ENDED_BY_MODULE = 1;

    private final Duration stopLimit;
    private final Consumer<String> diagnostics;
    private final LiveModules modules = new LiveModules();
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private volatile Optional<Host> host = Optional.empty();

    /** Whether the command has nothing left to say, so that whoever ends the process may. */
    private volatile boolean isDone;

    private @Nullable Thread starter;
    private boolean stopping;

    private GuardedHost(boolean owesAnswer, Duration stopLimit, Consumer<String> diagnostics) {
        this.isDone = !owesAnswer;
        this.stopLimit = stopLimit;
        this.diagnostics = diagnostics;
    }

    /**
     * Starts the host; returns when each module has started or cannot, and never if a signal comes
     * first.
     *
     * @param owesAnswer whether the command fails if a module ends the process before the command
     *     has printed what it was asked for; otherwise a module may end the process as it likes
     * @param stopLimit how long the whole stop may take
     * @param diagnostics is told what has not stopped
     * @throws HostException if the host itself cannot start
     */
    public static GuardedHost start(
            HostBuilder builder,
            boolean owesAnswer,
            Duration stopLimit,
            Consumer<String> diagnostics) {
        var guarded = new GuardedHost(owesAnswer, stopLimit, diagnostics);
        Signals.take();
        LastingLogManager.hold();
        Runtime.getRuntime().addShutdownHook(new Thread(guarded::stopForExit, "tenon stop"));
        try {
            guarded.start(builder);
            return guarded;
        } catch (RuntimeException | Error e) {
            guarded.isDone = true;
            throw e;
        }
    }

    /** Returns every module as it stands. */
    public List<ModuleStatus> modules() {
        return host.map(Host::modules).orElseGet(List::of);
    }

    /** Returns every service there is. */
    public List<ServiceDescription> services() {
        return host.map(h -> h.services().describe()).orElseGet(List::of);
    }

    /** Waits until the process ends: never returns. */
    @SuppressWarnings("InfiniteLoopStatement")
    public void awaitExit() {
        isDone = true;
        while (true) {
            LockSupport.park(this);
            // The interrupted status would make park return at once.
            Thread.interrupted();
        }
    }

    /** Stops the host within the limit; halts the process when it is over. */
    @Override
    public void close() {
        isDone = true;
        var closer = Thread.ofPlatform().daemon().name("tenon close").start(this::closeHost);
        try {
            if (!closer.join(stopLimit)) {
                diagnostics.accept(overLimit());
                Runtime.getRuntime().halt(Signals.exitCode().orElse(1));
            }
        } catch (InterruptedException _) {
            // Nobody interrupts the threads that close; if one does, the stop goes on without it.
            Thread.currentThread().interrupt();
        }
    }

    private void start(HostBuilder builder) {
        try {
            beginStart();
            host = Optional.of(builder.listener(modules).start());
        } catch (HostException e) {
            if (e.code() == HostError.START_INTERRUPTED && isStopping()) {
                startEnded.countDown();
                awaitExit();
            }
            throw e;
        } finally {
            endStart();
            startEnded.countDown();
        }
    }

    private void stopForExit() {
        var culprit = isDone || Signals.exitCode().isPresent() ? "" : ExitCaller.find();
        close();
        LastingLogManager.release();
        if (!culprit.isEmpty()) {
            diagnostics.accept(
                    "The process was ended by System.exit before the command was done, called by "
                            + culprit
                            + ". Take the call out of the module: the host ends the process.");
            Runtime.getRuntime().halt(ENDED_BY_MODULE);
        }
    }

    private void closeHost() {
        interruptStart();
        try {
            startEnded.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        host.ifPresent(Host::close);
    }

    private synchronized void beginStart() {
        starter = Thread.currentThread();
        if (stopping) {
            starter.interrupt();
        }
    }

    private synchronized void endStart() {
        starter = null;
    }

    private synchronized void interruptStart() {
        stopping = true;
        if (starter != null) {
            starter.interrupt();
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private String overLimit() {
        return "The stop took longer than its limit of "
                + stopLimit.toMillis()
                + " ms, so the process ends now. Not stopped: "
                + modules.alive().entrySet().stream()
                        .map(e -> e.getKey() + " (" + e.getValue() + ")")
                        .collect(Collectors.joining(", "))
                + ". Look at what they wait for, or raise --stop-limit.";
    }
}
