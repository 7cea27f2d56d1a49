package dev.tenon.host.internal.launch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What SIGHUP, SIGINT and SIGTERM do: the first ends the process in order, running its shutdown
 * hooks; the second ends it at once. The exit code is 128 plus the number of the signal.
 *
 * <p>Without this the JDK would ignore the second signal. {@code sun.misc.Signal} is reached by
 * reflection because javac warns of it in a way that nothing suppresses.
 */
final class Signals {

    private enum Kind {
        HUP(1),
        INT(2),
        TERM(15);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    private static final AtomicInteger FIRST = new AtomicInteger();

    private Signals() {}

    /**
     * Takes the signals; where the platform does not let it, they do what the JDK makes them do.
     */
    static void take() {
        for (Kind kind : Kind.values()) {
            try {
                take(kind);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                System.getLogger(Signals.class.getName())
                        .log(System.Logger.Level.DEBUG, "SIG" + kind + " is not taken.", e);
            }
        }
    }

    /** Returns the exit code of the first signal that came. */
    static OptionalInt exitCode() {
        int first = FIRST.get();
        return first == 0 ? OptionalInt.empty() : OptionalInt.of(first);
    }

    private static void take(Kind kind) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        MethodHandle receive =
                MethodHandles.lookup()
                        .findStatic(
                                Signals.class,
                                "receive",
                                MethodType.methodType(void.class, int.class));
        MethodHandle receiveThis = MethodHandles.insertArguments(receive, 0, 128 + kind.number);
        signal.getMethod("handle", signal, handler)
                .invoke(
                        null,
                        signal.getConstructor(String.class).newInstance(kind.name()),
                        MethodHandleProxies.asInterfaceInstance(
                                handler, MethodHandles.dropArguments(receiveThis, 0, signal)));
    }

    /** Called through a method handle. */
    @SuppressWarnings("unused")
    private static void receive(int exitCode) {
        if (FIRST.compareAndSet(0, exitCode)) {
            System.exit(exitCode);
        } else {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
