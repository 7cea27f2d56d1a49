package dev.tenon.core.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.ForkedJava;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings from the environment, which a process cannot change for itself. */
class EnvironmentSettingsTest {

    @TempDir Path folder;

    @Test
    void theEnvironmentIsStrongerThanFilesAndWeakerThanSystemProperties() throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("tenon.properties"),
                        """
                        sample.a.colour=file
                        sample.a.max-size=file
                        sample.a.shape=file
                        sample.a.only-file=file
                        """);

        var printed =
                ForkedJava.run(
                        program(),
                        "sample.reader/sample.reader.Main",
                        Map.of(
                                "SAMPLE_A_COLOUR", "environment",
                                "SAMPLE_A_MAX_SIZE", "environment",
                                "SAMPLE_A_SHAPE", "environment",
                                "SAMPLE_A_NUMBER", "many"),
                        file.toString());

        assertThat(printed.lines())
                .containsExactly(
                        "environment from the environment variable SAMPLE_A_COLOUR",
                        "environment from the environment variable SAMPLE_A_MAX_SIZE",
                        "property from the system properties",
                        "file from " + file + " line 4",
                        "HOST-SET-001: The setting sample.a.number has the value 'many', set in the"
                                + " environment variable SAMPLE_A_NUMBER. It has to be a whole number. Correct the value where"
                                + " the message says it stands.");
    }

    private Path program() {
        return PluginSource.module("sample.reader", "1.0")
                .descriptor("requires dev.tenon.core;")
                .source(
                        "sample.reader.Main",
                        """
                        package sample.reader;
                        import dev.tenon.core.host.Host;
                        import java.nio.file.Path;
                        public class Main {
                            public static void main(String[] arguments) {
                                System.setProperty("sample.a.shape", "property");
                                try (var host = Host.builder().settingsFile(Path.of(arguments[0])).start()) {
                                    var settings = host.settings().within("sample.a");
                                    for (String name : new String[] {"colour", "max-size", "shape", "only-file"}) {
                                        System.out.println(settings.get(name) + " from " + settings.origin(name).get());
                                    }
                                    try {
                                        settings.get("number", Integer.class);
                                    } catch (RuntimeException e) {
                                        System.out.println(e.getMessage());
                                    }
                                }
                            }
                        }
                        """)
                .jar(folder.resolve("reader.jar"));
    }
}
