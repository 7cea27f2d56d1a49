package dev.tenon.host.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README says: writes its files, and runs its commands with the image. */
class ReadmeIT {

    @TempDir private Path folder;

    @Test
    void theModuleOfTheReadmeGreets() throws IOException, InterruptedException {
        var readme = Document.read("README.md");
        readme.writeTo(folder);
        // The commands are for the root of a clone: its image is here under the same path, and its
        // launcher is that of the image, which does not build anything.
        Files.createSymbolicLink(folder.resolve("host"), Document.ROOT.resolve("host"));
        Files.createSymbolicLink(
                folder.resolve("tenon"), Document.ROOT.resolve("host/target/tenon/bin/tenon"));
        var output = folder.resolve("output.txt");

        var builder = new ProcessBuilder("sh", "-e", "-c", readme.scripts().getFirst());
        var jdk = Path.of(System.getProperty("java.home"), "bin");
        builder.environment().merge("PATH", jdk.toString(), (path, bin) -> bin + ":" + path);
        builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var process = builder.start();

        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends in time").isTrue();
            assertThat(output).content().contains("Hello, world!").contains("sample.hello");
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
