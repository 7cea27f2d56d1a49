package dev.tenon.benchmarks.measure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
public record Fork(int warmUp, int seconds) {

    /** What the launcher script hands to this process holds for the others too. */
    private static final List<String> INHERITED =
            List.of("java.util.logging.config.file", "org.jboss.logging.provider");

    /**
     * Returns how often the method was called, in a second.
     *
     * @param parameters of the class
     * @param what it is, for readers
     * @throws IOException if it failed
     */
    public double measure(
            Class<?> benchmark, String method, Map<String, String> parameters, String what)
            throws IOException {
        var options =
                new OptionsBuilder()
                        .include(benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                        .forks(1)
                        .warmupIterations(warmUp)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgs(arguments(benchmark.getPackageName()).toArray(String[]::new));
        parameters.forEach(options::param);
        try {
            return new Runner(options.build()).runSingle().getPrimaryResult().getScore();
        } catch (RunnerException e) {
            throw new IOException(what + ": " + reason(e), e);
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

    private static List<String> arguments(String benchmarks) {
        var fixed =
                Stream.of(
                        "--module-path",
                        System.getProperty("jdk.module.path", ""),
                        "--add-modules",
                        "dev.tenon.benchmarks",
                        "--add-opens",
                        // What JMH's annotation processor generates, after the module is compiled.
                        "dev.tenon.benchmarks/%s.jmh_generated=jmh.core".formatted(benchmarks),
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
