package dev.tenon.core.internal.service;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the calls into the services of one module pass through, so that the module can stop without
 * cutting them off: it closes the gate to new calls, waits for those under way, and interrupts what
 * is left after a limit. Safe for use by many threads.
 */
final class CallGate {

    /** One call under way; compared by identity, because a thread may be inside several times. */
    static final class Call {
        private final Thread thread = Thread.currentThread();
    }

    private static final Duration GLANCE = Duration.ofMillis(1);

    private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
    private final Set<GuardedService> guarded =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean closed;
    private volatile boolean cut;

    /** Makes the service be let go of when the gate has closed and the calls have ended. */
    void guard(GuardedService service) {
        guarded.add(service);
    }

    /** Lets a call in. Returns false, and lets nothing in, if the gate is closed. */
    boolean enter(Call call) {
        underWay.add(call);
        // Looked at after the call is counted: whoever closes the gate sees it, or it sees the
        // close.
        if (closed) {
            underWay.remove(call);
            return false;
        }
        return true;
    }

    void leave(Call call) {
        underWay.remove(call);
    }

    /** Lets no further call in. */
    void close() {
        closed = true;
    }

    /** Returns whether calls were interrupted because they took too long. */
    boolean isCut() {
        return cut;
    }

    /**
     * Waits until no call is under way, then lets go of the services: a reference that somebody
     * keeps does not hold the module.
     *
     * @return how many calls were interrupted because they were under way for longer than the limit
     */
    int drain(Duration limit) {
        long begin = System.nanoTime();
        long nanos = TimeUnit.NANOSECONDS.convert(limit);
        var me = Thread.currentThread();
        while (System.nanoTime() - begin < nanos && !me.isInterrupted()) {
            if (underWay.stream().allMatch(c -> c.thread.equals(me))) {
                letGo();
                return 0;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        cut = true;
        var left = underWay.stream().filter(c -> !c.thread.equals(me)).toList();
        left.forEach(c -> c.thread.interrupt());
        letGo();
        return left.size();
    }

    private void letGo() {
        synchronized (guarded) {
            guarded.forEach(GuardedService::letGo);
        }
    }
}
