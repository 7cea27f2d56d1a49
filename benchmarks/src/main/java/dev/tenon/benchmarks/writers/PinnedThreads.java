package dev.tenon.benchmarks.writers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** Counts, by the JDK Flight Recorder, how often a virtual thread waits and holds its carrier. */
final class PinnedThreads implements AutoCloseable {

    private static final String EVENT = "jdk.VirtualThreadPinned";

    private final Recording recording = new Recording();

    PinnedThreads() {
        // By default only what takes longer than 20 ms is told.
        recording.enable(EVENT).withThreshold(Duration.ZERO).withoutStackTrace();
        recording.start();
    }

    /**
     * Stops counting and returns the number.
     *
     * @param file where the recording may be put
     */
    long count(Path file) throws IOException {
        recording.stop();
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(EVENT))
                .count();
    }

    @Override
    public void close() {
        recording.close();
    }
}
