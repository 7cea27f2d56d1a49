package dev.tenon.database.internal.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where sessions were opened, read off a stack. Looked for when something has gone wrong only: the
 * stack of a thread that writes still holds the place where it began to.
 */
public final class CallSites {

    private static final String OURS = "dev.tenon.database.";
    private static final String TRANSACTIONAL = OURS + "internal.transaction.TransactionalCall";
    private static final List<String> DOORS = List.of("read", "write", "writeAsync");

    private CallSites() {}

    /**
     * Returns the places that called one of the doors, the latest first. That of a method with
     * {@code Transactional} is in the method, or where it is called if it has not begun yet.
     */
    public static List<String> of(Thread thread) {
        var frames =
                Arrays.stream(thread.getStackTrace())
                        .filter(f -> !isPlatform(f.getClassName()))
                        .toList();
        var sites = new ArrayList<String>();
        for (int i = 1; i < frames.size(); i++) {
            if (isDoor(frames.get(i - 1)) && !isOurs(frames.get(i))) {
                sites.add(describe(frames.get(i)));
            }
            if (isTransaction(frames.get(i))) {
                method(frames, i).map(CallSites::describe).ifPresent(sites::add);
            }
        }
        return sites;
    }

    private static Optional<StackTraceElement> method(List<StackTraceElement> frames, int call) {
        return frames.subList(0, call).reversed().stream()
                .filter(f -> !isOurs(f))
                .findFirst()
                .or(() -> frames.stream().skip(call).filter(f -> !isOurs(f)).findFirst());
    }

    private static boolean isTransaction(StackTraceElement frame) {
        return frame.getClassName().equals(TRANSACTIONAL) && frame.getMethodName().equals("inNew");
    }

    /** Returns the latest of them. */
    public static Optional<String> latest(Thread thread) {
        return of(thread).stream().findFirst();
    }

    /** Proxies of services and beans are among them. */
    private static boolean isPlatform(String name) {
        return name.startsWith("java.")
                || name.startsWith("jdk.")
                || name.startsWith("org.jboss.weld.")
                || name.contains("$Proxy$_$$_Weld");
    }

    private static boolean isOurs(StackTraceElement frame) {
        var name = frame.getClassName();
        return name.startsWith(OURS + "internal.")
                || name.equals(OURS + "SessionFactory")
                || name.equals(OURS + "Session");
    }

    private static boolean isDoor(StackTraceElement frame) {
        return isOurs(frame) && DOORS.contains(frame.getMethodName());
    }

    private static String describe(StackTraceElement frame) {
        var module = frame.getModuleName();
        return (module == null ? "" : module + "/")
                + frame.getClassName()
                + "."
                + frame.getMethodName()
                + "("
                + frame.getFileName()
                + ":"
                + frame.getLineNumber()
                + ")";
    }
}
