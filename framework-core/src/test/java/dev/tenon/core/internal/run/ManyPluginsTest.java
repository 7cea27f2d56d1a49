package dev.tenon.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred plugins: a chain of ten, and nine fans of ten that each hang on one link of it. */
class ManyPluginsTest {
    private static final int SIZE = 100;
    private static final int CHAIN = 10;

    @TempDir Path folder;

    @Test
    void aHundredPluginsStartAndStopInOrder() {
        try (Journal journal = new Journal()) {
            IntStream.range(0, CHAIN).forEach(i -> write(i, journal));
            IntStream.range(CHAIN, SIZE).parallel().forEach(i -> write(i, journal));

            Host host = Host.builder().plugins(folder).start();
            assertThat(host.plan().isClean()).isTrue();
            assertThat(host.plan().modules()).extracting(PlannedModule::wave).isSorted();
            assertThat(host.modules())
                    .hasSize(SIZE)
                    .allMatch(m -> m.state() == ModuleState.STARTED);
            host.close();

            assertThat(host.modules())
                    .hasSize(SIZE)
                    .allMatch(m -> m.state() == ModuleState.STOPPED)
                    .allMatch(m -> m.problems().isEmpty());
            assertThat(journal.lines("register")).hasSize(SIZE);
            ordered(journal.lines("start"), host.modules(), false);
            ordered(journal.lines("stop"), host.modules(), true);
        }
    }

    private static void ordered(List<String> lines, List<ModuleStatus> modules, boolean backward) {
        assertThat(lines).hasSize(SIZE);
        for (ModuleStatus module : modules) {
            for (String required : module.info().requires()) {
                assertThat(place(lines, module.name()) > place(lines, required))
                        .as("%s and %s in %s", module.name(), required, lines)
                        .isNotEqualTo(backward);
            }
        }
    }

    private static int place(List<String> lines, String module) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(module + " "))
                .findFirst()
                .orElseThrow();
    }

    private void write(int i, Journal journal) {
        int required = i < CHAIN ? i - 1 : i % CHAIN;
        String directive = required < 0 ? "" : "requires " + name(required) + ";";
        Plugins.plugin(name(i), directive, journal.lifecycle())
                .readsFrom(required < 0 ? new Path[0] : new Path[] {file(required)})
                .jar(file(i));
    }

    private Path file(int i) {
        return folder.resolve(name(i) + ".jar");
    }

    private static String name(int i) {
        return "many.m" + i;
    }
}
