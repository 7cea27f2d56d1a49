package dev.tenon.host;

import java.io.IOException;
import java.nio.file.Path;

/** A copy of a runtime image, with its caches and times, that a test may change. */
final class ImageCopy {

    private ImageCopy() {}

    /** Copies the image and returns the copy. */
    static Path of(Path image, Path to) throws IOException, InterruptedException {
        var copy =
                new ProcessBuilder("cp", "-Rp", image.toString(), to.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (copy != 0) {
            throw new AssertionError(image + " cannot be copied to " + to + ".");
        }
        return to.toRealPath();
    }
}
