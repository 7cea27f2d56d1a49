package dev.tenon.host.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A shell script of the documentation, which ends with the first command that fails. */
final class Script {

    /** How a script ended. */
    record Ended(int exitCode, String output) {}

    private static final long LIMIT_MINUTES = 5;

    private final String text;
    private final Path folder;
    private final List<String> programs = new ArrayList<>();

    /**
     * @param folder the folder to run it in
     */
    Script(String text, Path folder) {
        this.text = text;
        this.folder = folder;
    }

    /** Adds a folder with programs, which are found before those of the machine. */
    Script findingProgramsIn(Path bin) {
        programs.add(bin.toString());
        return this;
    }

    Ended run() throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder("sh", "-e", "-c", text);
        builder.environment()
                .merge("PATH", String.join(":", programs), (path, added) -> added + ":" + path);
        var process =
                builder.directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("The script still runs:\n" + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
