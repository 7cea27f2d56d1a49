package dev.tenon.database.internal.engine.pooled;

import dev.tenon.database.internal.engine.watch.ProcessThreads;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The one thread that looks after the idle connections of all pools of the process. */
final class PoolThreads {

    static final ScheduledExecutorService KEEPER = keeper();

    private PoolThreads() {}

    private static ScheduledExecutorService keeper() {
        var keeper =
                new ScheduledThreadPoolExecutor(
                        1, work -> ProcessThreads.unstarted("tenon-database-pools", work));
        keeper.setRemoveOnCancelPolicy(true);
        keeper.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return keeper;
    }
}
