package dev.tenon.core.spi;

import dev.tenon.core.Inspection;
import dev.tenon.core.PlanDetail;
import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes part in the plan of every module: reads what the module declares to a framework module,
 * finds what is wrong with it, and says in the plan what is there. No code of the module runs for
 * it.
 *
 * <p>Found with {@link java.util.ServiceLoader} in the host's own layer: {@code provides
 * dev.tenon.core.spi.PlanContributor with …}. A new instance is made for each plan.
 */
public interface PlanContributor {

    /**
     * What there is to say of one module.
     *
     * @param details what the plan shows
     * @param problems what is wrong; an error keeps the module from starting
     * @param preparations what is to be made for the module when it starts
     */
    record Findings(
            List<PlanDetail> details, List<Problem> problems, List<Preparation> preparations) {

        /** Nothing to say. */
        public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

        public Findings {
            details = List.copyOf(details);
            problems = List.copyOf(problems);
            preparations = List.copyOf(preparations);
        }
    }

    /** The settings while a plan is made. */
    interface PlanSettings {

        /** Returns the settings of the host and of all modules, by their whole names. */
        Settings all();

        /**
         * Returns the settings of the framework module, as the interface that its {@link
         * dev.tenon.core.Module#settings()} names. A method whose value is wrong throws a {@link
         * dev.tenon.core.error.HostException}; the plan tells of the value by itself.
         */
        <T> T as(Class<T> type);
    }

    /** The making of one plan. Used by one thread. */
    interface Reading {

        /**
         * Reads a module. Called once for each file that may become a module of the plan, in no
         * particular order; several files may claim one module name.
         *
         * @throws IOException if the module cannot be read; this and every unchecked exception keep
         *     that module from starting, with {@code HOST-PLAN-012}, and no other
         * @throws IllegalArgumentException if one of its class files is damaged
         */
        Findings read(ModuleFiles module) throws IOException;

        /**
         * Returns what is wrong between the modules that were read, by their names. Called once,
         * after all of them. Default: nothing.
         */
        default Map<String, List<Problem>> conclude() {
            return Map.of();
        }

        /**
         * Looks at what the framework module keeps outside of the process for the modules that were
         * read, such as files, and changes nothing. Called once at most, after all of them were
         * read, and for {@code tenon doctor} alone; a host may run meanwhile. Default: nothing to
         * say.
         */
        default List<Inspection> inspect() {
            return List.of();
        }

        /**
         * Returns what the framework module can do for the modules that were read while none of
         * them runs, such as migrating their databases: an object of the type, if it knows the
         * type. Called after {@link #conclude}, once for each type at most, and for {@link
         * dev.tenon.core.host.HostBuilder#tools} alone; a host may run meanwhile. What is {@link
         * AutoCloseable} is closed when the tools are. Default: nothing.
         *
         * @param modules gives access to the classes of modules
         */
        default <T> Optional<T> tool(Class<T> type, RestingModules modules) {
            return Optional.empty();
        }
    }

    /** Begins a plan. */
    Reading begin(PlanSettings settings);
}
