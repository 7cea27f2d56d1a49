package dev.tenon.core.internal.cdi;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.weld.executor.AbstractExecutorServices;

/**
 * The threads on which asynchronous observers of one module run: a fresh one for each call. Weld's
 * own are those of the common pool, where a few observers that hang would hold up everybody's.
 */
final class ModuleThreads extends AbstractExecutorServices {

    private final ExecutorService threads;

    ModuleThreads(String module, ClassLoader loader) {
        this.threads = Executors.newThreadPerTaskExecutor(task -> thread(module, loader, task));
    }

    private static Thread thread(String module, ClassLoader loader, Runnable task) {
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name(module + " event")
                        .inheritInheritableThreadLocals(false)
                        .unstarted(task);
        thread.setContextClassLoader(loader);
        return thread;
    }

    @Override
    public ExecutorService getTaskExecutor() {
        return threads;
    }

    /** Interrupts the observers that still run: the beans that they belong to are gone. */
    @Override
    protected void shutdown() {
        threads.shutdownNow();
        getTimerExecutor().shutdownNow();
    }

    @Override
    protected int getThreadPoolSize() {
        return -1;
    }
}
