package dev.tenon.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that holds the figures of one topic. */
public final class DocumentRegion {
    private static final String END = "<!-- end of figures -->";

    private final Path file;
    private final String before;
    private final String after;

    private DocumentRegion(Path file, String before, String after) {
        this.file = file;
        this.before = before;
        this.after = after;
    }

    /**
     * Finds the region.
     *
     * @throws IOException if the document cannot be read or has no such region
     */
    public static DocumentRegion of(Path file, String topic) throws IOException {
        var text = Files.readString(file);
        var marker = "<!-- figures: " + topic + " -->";
        int begin = text.indexOf(marker);
        int end = begin < 0 ? -1 : text.indexOf(END, begin);
        if (end < 0) {
            throw new IOException(
                    "%s has no place for the figures of '%s': a line %s, and after it a line %s."
                            .formatted(file, topic, marker, END));
        }
        return new DocumentRegion(
                file, text.substring(0, begin + marker.length()), text.substring(end));
    }

    /** Puts another text into the region and writes the document. */
    public void replace(String content) throws IOException {
        Files.writeString(file, before + "\n" + content.strip() + "\n\n" + after);
    }
}
