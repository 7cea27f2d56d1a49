package dev.tenon.database.internal.engine.pooled;

import dev.tenon.database.engine.Deadline;
import dev.tenon.database.internal.engine.watch.Alarm;
import dev.tenon.database.internal.engine.watch.Watchdog;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Interrupts the statements of one lent connection. The interrupt goes over a connection of its own
 * and may take its time, so it has a thread of its own: the watchdog has other databases to watch.
 */
final class Interrupter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Interrupter.class);

    private final Server server;
    private final Connection physical;
    private final Alarm alarm = new Alarm(this::ring);
    private boolean watched;

    Interrupter(Server server, Connection physical) {
        this.server = server;
        this.physical = physical;
    }

    /** Says that a statement begins, which may be interrupted, and is at the deadline. */
    void begin(Deadline deadline) {
        if (deadline.isNever()) {
            alarm.arm(Long.MAX_VALUE);
            return;
        }
        if (!watched) {
            watched = true;
            Watchdog.SHARED.watch(alarm);
        }
        Watchdog.SHARED.arm(alarm, deadline.nanos());
    }

    void end() {
        alarm.disarm();
    }

    void ringNow() {
        alarm.ringNow();
    }

    private void ring(Runnable rung) {
        Thread.ofVirtual().name("tenon-database-cancel").start(() -> cancel(rung));
    }

    private void cancel(Runnable rung) {
        try {
            server.cancel(physical);
        } catch (SQLException e) {
            LOG.debug("A lost connection runs nothing that could be interrupted", e);
        } finally {
            rung.run();
        }
    }

    @Override
    public void close() {
        if (watched) {
            Watchdog.SHARED.forget(alarm);
        }
    }
}
