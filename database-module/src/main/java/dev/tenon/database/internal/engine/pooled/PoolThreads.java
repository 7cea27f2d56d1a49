package dev.tenon.database.internal.engine.pooled;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The one thread that looks after the idle connections of all pools of the process. */
final class PoolThreads {

    static final ScheduledExecutorService KEEPER = keeper();

    private PoolThreads() {}

    private static ScheduledExecutorService keeper() {
        var keeper = new ScheduledThreadPoolExecutor(1, PoolThreads::thread);
        keeper.setRemoveOnCancelPolicy(true);
        keeper.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return keeper;
    }

    /** It outlives the module whose database was the first, and must not keep its classes. */
    private static Thread thread(Runnable work) {
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("tenon-database-pools")
                        .inheritInheritableThreadLocals(false)
                        .unstarted(work);
        thread.setContextClassLoader(PoolThreads.class.getClassLoader());
        return thread;
    }
}
