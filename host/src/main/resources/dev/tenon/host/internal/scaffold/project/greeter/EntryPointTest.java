package {{package}};

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceDescription;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the plugin in a real host, in a layer of its own as everywhere. */
class {{entryPoint}}Test {

    private static final Path PLUGIN = Path.of("target", "classes");

    @Test
    void theModuleStarts() {
        try (Host host = Host.builder().plugins(PLUGIN).start()) {
            var module = host.module("{{module}}");

            assertEquals(ModuleState.STARTED, module.state(), module::toString);
        }
    }

    @Test
    void theGreetingIsThatOfTheSettings() throws ReflectiveOperationException {
        var builder = Host.builder().plugins(PLUGIN).setting("{{module}}.greeting", "Hello");
        try (Host host = builder.start()) {
            var key =
                    host.services().describe().stream()
                            .map(ServiceDescription::key)
                            .filter(k -> k.type().getName().equals("{{package}}.Greeter"))
                            .findFirst()
                            .orElseThrow();

            // The classes of a plugin are its own, so the test calls the service by reflection.
            var greet = key.type().getMethod("greet", String.class);
            assertEquals("Hello, world!", greet.invoke(host.services().get(key), "world"));
        }
    }
}
