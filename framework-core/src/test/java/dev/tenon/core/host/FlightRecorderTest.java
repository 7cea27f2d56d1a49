package dev.tenon.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.fixture.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a flight recording holds of a host. */
class FlightRecorderTest {
    @TempDir Path folder;

    @Test
    void aRecordingHoldsPlanLayersAndEachStepOfEachModule() throws IOException {
        Plugins plugins = Plugins.in(folder.resolve("plugins")).stubs("sample.missing");
        plugins.add("sample.a");
        plugins.add(
                "sample.b",
                "requires sample.a;",
                "@Override public void start(ModuleContext c) { throw new IllegalStateException(); }");
        plugins.add("sample.c", "requires sample.missing;", "");

        List<RecordedEvent> events = recordStartAndStop(plugins.folder());

        assertThat(named(events, "dev.tenon.Plan"))
                .singleElement()
                .satisfies(plan -> assertThat(plan.getInt("modules")).isEqualTo(3))
                .satisfies(plan -> assertThat(plan.getInt("problems")).isEqualTo(1))
                .satisfies(plan -> assertThat(plan.getDuration()).isPositive());
        assertThat(named(events, "dev.tenon.Layer"))
                .extracting(e -> e.getString("module"))
                .containsExactly("sample.a", "sample.b");
        assertThat(named(events, "dev.tenon.Start"))
                .extracting(FlightRecorderTest::step)
                .containsExactly(
                        "sample.a load true",
                        "sample.a beans true",
                        "sample.a register true",
                        "sample.b load true",
                        "sample.b beans true",
                        "sample.b register true",
                        "sample.a start true",
                        "sample.b start false");
        assertThat(named(events, "dev.tenon.Stop"))
                .extracting(FlightRecorderTest::step)
                .containsExactly("sample.b stop true", "sample.a stop true");
    }

    private List<RecordedEvent> recordStartAndStop(Path plugins) throws IOException {
        Path file = folder.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            Host.builder().plugins(plugins).start().close();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file);
    }

    private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(e -> e.getEventType().getName().equals(name))
                .sorted((a, b) -> a.getEndTime().compareTo(b.getEndTime()))
                .toList();
    }

    private static String step(RecordedEvent event) {
        return event.getString("module")
                + " "
                + event.getString("step")
                + " "
                + event.getBoolean("succeeded");
    }
}
