package dev.tenon.host.internal.launch;

import java.util.Arrays;

/** Finds out who has called {@link System#exit}. */
final class ExitCaller {

    private ExitCaller() {}

    /** Returns the thread that waits inside System.exit, with the place it was called from. */
    static String find() {
        for (var thread : Thread.getAllStackTraces().entrySet()) {
            var frames = Arrays.asList(thread.getValue());
            for (int i = 0; i < frames.size() - 1; i++) {
                if (isExit(frames.get(i)) && !isExit(frames.get(i + 1))) {
                    return "the thread \""
                            + thread.getKey().getName()
                            + "\" at "
                            + frames.get(i + 1);
                }
            }
        }
        return "an unknown thread";
    }

    private static boolean isExit(StackTraceElement frame) {
        return frame.getMethodName().equals("exit")
                && (frame.getClassName().equals("java.lang.System")
                        || frame.getClassName().equals("java.lang.Runtime"));
    }
}
