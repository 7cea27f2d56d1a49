package dev.tenon.host.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

        var run =
                new Script(readme.scripts().getFirst(), folder)
                        .findingProgramsIn(Path.of(System.getProperty("java.home"), "bin"))
                        .run();

        assertThat(run.output()).contains("Hello, world!", "sample.hello");
        assertThat(run.exitCode()).isZero();
    }
}
