package dev.tenon.crud.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes of the compatibility kit against a plugin. */
final class TckRun {

    /** Where the build has put the kit, and what its classes name. */
    static final Path FOLDER = Path.of("target", "tck");

    /** Nothing is deployed, and nobody waits: what is written is there at once. */
    private static final Map<String, String> SETTINGS =
            Map.of("jakarta.tck.skip.deployment", "true", "jakarta.tck.consistency.delay", "");

    private TckRun() {}

    /**
     * Runs them.
     *
     * @param folder for files of this run
     * @param ofPlugin the names of the classes that the plugin has
     * @param plugin its loader
     * @param beans where its beans are found
     */
    static TestExecutionSummary of(
            List<String> testClasses,
            Path folder,
            Set<String> ofPlugin,
            ClassLoader plugin,
            Function<Class<?>, Object> beans)
            throws Exception {
        var services = folder.resolve("META-INF/services");
        Files.createDirectories(services);
        var _ =
                Files.writeString(
                        services.resolve("org.junit.jupiter.api.extension.Extension"),
                        InjectedFields.class.getName());
        var urls = new ArrayList<URL>(List.of(folder.toUri().toURL()));
        try (var jars = Files.list(FOLDER)) {
            for (var jar : jars.toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new TckLoader(urls.toArray(URL[]::new), ofPlugin, plugin)) {
            loader.loadClass(InjectedFields.class.getName()).getField("source").set(null, beans);
            thread.setContextClassLoader(loader);
            SETTINGS.forEach(System::setProperty);
            return run(testClasses, loader);
        } finally {
            SETTINGS.keySet().forEach(System::clearProperty);
            thread.setContextClassLoader(before);
        }
    }

    private static TestExecutionSummary run(List<String> testClasses, ClassLoader loader)
            throws ClassNotFoundException {
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .configurationParameter(
                                "junit.jupiter.extensions.autodetection.enabled", "true")
                        .configurationParameter(
                                "junit.jupiter.execution.parallel.enabled", "false");
        for (var name : testClasses) {
            request.selectors(selectClass(loader.loadClass(name)));
        }
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request.build(), summary);
        return summary.getSummary();
    }
}
