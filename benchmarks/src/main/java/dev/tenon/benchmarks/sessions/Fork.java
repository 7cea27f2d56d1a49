package dev.tenon.benchmarks.sessions;

import dev.tenon.benchmarks.sql.Rival;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One process of JMH.
 *
 * @param warmUp how many seconds of it do not count
 * @param seconds how many count
 */
record Fork(int warmUp, int seconds) {

    /** What the launcher script hands to this process holds for the others too. */
    private static final List<String> INHERITED =
            List.of("java.util.logging.config.file", "org.jboss.logging.provider");

    /**
     * Returns how often the action was done, in a second.
     *
     * @throws IOException if it failed
     */
    double measure(Action action, Rival rival, Target target, Path folder) throws IOException {
        var options =
                new OptionsBuilder()
                        .include(action.pattern())
                        .param("rival", rival.name())
                        .param("product", target.product().name())
                        .param("url", target.url())
                        .param("folder", folder.toString())
                        .forks(1)
                        .warmupIterations(warmUp)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgs(arguments().toArray(String[]::new))
                        .build();
        try {
            return new Runner(options).runSingle().getPrimaryResult().getScore();
        } catch (RunnerException e) {
            throw new IOException(
                    "%s on %s, %s: %s"
                            .formatted(
                                    rival.label(),
                                    target.product().label(),
                                    action.label(),
                                    reason(e)),
                    e);
        }
    }

    /** Returns what was thrown in the process: JMH hands it over as causes and as suppressed. */
    private static String reason(Throwable thrown) {
        var deeper =
                Stream.concat(
                                Stream.ofNullable(thrown.getCause()),
                                Stream.of(thrown.getSuppressed()))
                        .findFirst();
        return deeper.map(Fork::reason).orElseGet(thrown::toString);
    }

    private static List<String> arguments() {
        var fixed =
                Stream.of(
                        "--module-path",
                        System.getProperty("jdk.module.path", ""),
                        "--add-modules",
                        "dev.tenon.benchmarks",
                        "--add-opens",
                        // What JMH's annotation processor generates, after the module is compiled.
                        "dev.tenon.benchmarks/dev.tenon.benchmarks.sessions.jmh_generated=jmh.core",
                        "--enable-native-access=org.xerial.sqlitejdbc",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true");
        return Stream.concat(
                        fixed,
                        INHERITED.stream()
                                .filter(name -> System.getProperty(name) != null)
                                .map(name -> "-D" + name + "=" + System.getProperty(name)))
                .toList();
    }
}
