import org.jspecify.annotations.NullMarked;

/**
 * Measures Tenon: the runtime image as whole processes, the framework as a library.
 *
 * <p>Each topic has a package with its command, what it measures, and the record of its figures;
 * {@code measure}, {@code plugins} and {@code report} serve all of them. Figures go to standard
 * output, progress to standard error.
 */
@NullMarked
module dev.tenon.benchmarks {
    requires dev.tenon.core;
    requires dev.tenon.fixtures;
    requires info.picocli;
    requires java.management;
    requires jdk.management;
    requires tools.jackson.databind;
    // Compiles the generated plugins, which is looked up as a service.
    requires jdk.compiler;

    opens dev.tenon.benchmarks to
            info.picocli;
    opens dev.tenon.benchmarks.change to
            info.picocli,
            tools.jackson.databind;
    opens dev.tenon.benchmarks.measure to
            tools.jackson.databind;
    opens dev.tenon.benchmarks.report to
            info.picocli,
            tools.jackson.databind;
    opens dev.tenon.benchmarks.start to
            info.picocli,
            tools.jackson.databind;
}
