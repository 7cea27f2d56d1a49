package dev.tenon.database.internal.engine.watch;

/** Threads that serve all databases of the process. */
public final class ProcessThreads {

    private ProcessThreads() {}

    /**
     * Returns a daemon that is not started yet. It outlives the module whose database was the
     * first, and must not keep its classes.
     */
    public static Thread unstarted(String name, Runnable work) {
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name(name)
                        .inheritInheritableThreadLocals(false)
                        .unstarted(work);
        thread.setContextClassLoader(ProcessThreads.class.getClassLoader());
        return thread;
    }
}
