package dev.tenon.core.internal.release;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The threads that a plugin has left behind.
 *
 * <p>A thread that the plugin started, as its context class loader tells, and that runs its code is
 * interrupted: nothing else can end it. One that has the context class loader alone gets that of
 * the host: the JDK starts threads of its own, such as those of its timers and of the flight
 * recorder, with the context class loader of whoever needs them first, and never ends them. A
 * thread that runs code of the plugin without its context class loader is left alone, because it
 * may be anybody's, and is named if the plugin is not collected.
 */
public final class LeftThreads {

    private record Left(String name, WeakReference<Thread> thread) {
        static Left of(Thread thread) {
            return new Left(thread.getName(), new WeakReference<>(thread));
        }
    }

    /** What a stack frame tells of the module whose code it runs. */
    private record Code(@Nullable String module, @Nullable String version) {
        static Code of(java.lang.Module module) {
            var version = module.getDescriptor().version().map(Objects::toString);
            return new Code(module.getName(), version.orElse(null));
        }

        static Code of(StackTraceElement frame) {
            return new Code(frame.getModuleName(), frame.getModuleVersion());
        }
    }

    private final List<Left> cutOff;
    private final List<Left> others;
    private final Set<Code> modules;

    private LeftThreads(List<Left> cutOff, List<Left> others, Set<Code> modules) {
        this.cutOff = cutOff;
        this.others = others;
        this.modules = modules;
    }

    /**
     * Finds the threads of a plugin that has stopped, and cuts them off from it as far as that
     * goes.
     *
     * @param layer the layer of the plugin
     * @param loader its class loader
     * @param next the class loader of the host
     * @param beside layers that live on; of a module that is in one of them too, in the same
     *     version, no stack frame tells which one runs, so that none counts
     */
    public static LeftThreads cutOff(
            ModuleLayer layer, ClassLoader loader, ClassLoader next, List<ModuleLayer> beside) {
        var modules = codeOf(Stream.of(layer));
        modules.removeAll(codeOf(beside.stream()));
        var stacks = Thread.getAllStackTraces();
        stacks.remove(Thread.currentThread());
        var cutOff = new ArrayList<Left>();
        var others = new ArrayList<Left>();
        stacks.forEach((thread, stack) -> {
            var own = loader.equals(thread.getClass().getClassLoader());
            var inside = isInside(modules, stack);
            if (own || loader.equals(thread.getContextClassLoader())) {
                cutOff.add(Left.of(thread));
                if (own || inside) {
                    thread.interrupt();
                } else {
                    thread.setContextClassLoader(next);
                }
            } else if (inside) {
                others.add(Left.of(thread));
            }
        });
        return new LeftThreads(cutOff, others, modules);
    }

    /** Returns the names of the threads that were cut off, sorted. */
    public List<String> names() {
        return cutOff.stream().map(Left::name).sorted().toList();
    }

    /** Returns those that are still alive, each with its state and where it stands. */
    List<String> alive() {
        return Stream.concat(cutOff.stream(), others.stream())
                .flatMap(left -> Stream.ofNullable(left.thread.get()))
                .filter(Thread::isAlive)
                .map(this::describe)
                .sorted()
                .toList();
    }

    private String describe(Thread thread) {
        var stack = thread.getStackTrace();
        var inside =
                Arrays.stream(stack)
                        .filter(f -> modules.contains(Code.of(f)))
                        .findFirst()
                        .filter(f -> !f.equals(stack[0]))
                        .map(f -> ", called by " + f)
                        .orElse("");
        return "thread \""
                + thread.getName()
                + "\" ("
                + thread.getState()
                + ") at "
                + (stack.length == 0 ? "its end" : stack[0] + inside);
    }

    private static Set<Code> codeOf(Stream<ModuleLayer> layers) {
        return layers.flatMap(l -> l.modules().stream()).map(Code::of).collect(Collectors.toSet());
    }

    private static boolean isInside(Set<Code> modules, StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(f -> modules.contains(Code.of(f)));
    }
}
