package dev.tenon.host.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.host.Maven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands with which the page about writing a module begins. */
class ModulePageIT {

    @TempDir private Path folder;

    @Test
    void theFirstProjectIsWrittenBuiltAndStarted() throws IOException, InterruptedException {
        var page = Document.read("docs/write-a-module.md");

        var run =
                new Script(page.scripts().getFirst(), folder)
                        .findingProgramsIn(folderWithMaven())
                        .findingProgramsIn(Document.ROOT.resolve("host/target/tenon/bin"))
                        .run();

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("BUILD SUCCESS")
                .containsPattern("acme.billing +1.0.0-SNAPSHOT +STARTED ");
    }

    /** Under the name {@code mvn}, the Maven of this build. */
    private Path folderWithMaven() throws IOException {
        var bin = Files.createDirectory(folder.resolve("bin"));
        var command =
                Maven.command().stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
        var program =
                Files.writeString(bin.resolve("mvn"), "#!/bin/sh\nexec " + command + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin;
    }
}
