package dev.tenon.core.host;

import dev.tenon.core.Plan;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.content.WorkFolder;
import dev.tenon.core.internal.plan.Blueprint;
import dev.tenon.core.spi.RestingModules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What framework modules can do for the modules of a plan while none of them runs, made by {@link
 * HostBuilder#tools}. Not safe for use by many threads.
 */
public final class HostTools implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostTools.class);

    private final Blueprint blueprint;
    private final RestingModules modules;
    private final WorkFolder workFolder;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    HostTools(Blueprint blueprint, RestingModules modules, WorkFolder workFolder) {
        this.blueprint = blueprint;
        this.modules = modules;
        this.workFolder = workFolder;
    }

    /** Returns the plan; modules that cannot start by it may have tools nevertheless. */
    public Plan plan() {
        return blueprint.plan();
    }

    /**
     * Returns the tool of the type, the same one each time.
     *
     * @param type what a framework module documents, such as {@code
     *     dev.tenon.database.admin.DatabaseAdministration}
     * @throws HostException {@code HOST-RUN-014} if no framework module of this host knows it
     */
    public <T> T get(Class<T> type) {
        return type.cast(made.computeIfAbsent(type, _ -> make(type)));
    }

    private <T> T make(Class<T> type) {
        var tool =
                blueprint.readings().stream()
                        .flatMap(reading -> reading.tool(type, modules).stream())
                        .findFirst()
                        .orElseThrow(() -> unknown(type));
        if (tool instanceof AutoCloseable closeable) {
            open.push(closeable);
        }
        return tool;
    }

    private static HostException unknown(Class<?> type) {
        return new HostException(
                Problem.error(
                        HostError.TOOL_UNKNOWN,
                        "There is no tool " + type.getName() + ".",
                        "No framework module on the module path of the host offers it.",
                        HostError.TOOL_UNKNOWN.remedy()));
    }

    /** Closes the tools; what fails in it is logged. A second call does nothing. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            var tool = open.pop();
            try {
                tool.close();
            } catch (Exception e) {
                LOG.warn("A tool cannot be closed: {}", Problem.describe(e), e);
            }
        }
        workFolder.close();
    }
}
