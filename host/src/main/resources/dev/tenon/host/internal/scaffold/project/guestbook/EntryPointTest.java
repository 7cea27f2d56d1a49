package {{package}};

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceDescription;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the plugin in a real host, in a layer of its own as everywhere, on a real database. */
class {{entryPoint}}Test {

    private static final Path PLUGIN = Path.of("target", "classes");

    @TempDir Path data;

    @Test
    void theModuleStarts() {
        try (Host host = start()) {
            var module = host.module("{{module}}");

            assertEquals(ModuleState.STARTED, module.state(), module::toString);
        }
    }

    @Test
    void theGuestsAreThereAfterARestart() throws ReflectiveOperationException {
        try (Host host = start()) {
            call(host, "sign", "Ada");
            call(host, "sign", "Grace");
        }
        try (Host host = start()) {
            assertEquals(List.of("Grace", "Ada"), call(host, "guests"));
        }
    }

    private Host start() {
        return Host.builder()
                .plugins(PLUGIN)
                .setting("tenon.database.path", data.toString())
                .start();
    }

    /** The classes of a plugin are its own, so the test calls the service by reflection. */
    private static Object call(Host host, String method, Object... arguments)
            throws ReflectiveOperationException {
        var key =
                host.services().describe().stream()
                        .map(ServiceDescription::key)
                        .filter(k -> k.type().getName().equals("{{package}}.Guestbook"))
                        .findFirst()
                        .orElseThrow();
        for (var m : key.type().getMethods()) {
            if (m.getName().equals(method)) {
                return m.invoke(host.services().get(key), arguments);
            }
        }
        throw new NoSuchMethodException(method);
    }
}
