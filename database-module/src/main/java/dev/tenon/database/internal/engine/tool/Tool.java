package dev.tenon.database.internal.engine.tool;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.failure.BackupFailures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program of a server, run in a process of its own.
 *
 * @param program where it is
 * @param failures makes the exceptions
 */
public record Tool(Path program, BackupFailures failures) {

    private static final Logger LOG = LoggerFactory.getLogger(Tool.class);
    private static final List<String> ENDINGS = List.of("", ".exe");

    /**
     * Finds a program: in the folder that the option {@code tools} names, else in those of the
     * PATH.
     *
     * @param names its name, and those that it has elsewhere
     * @throws dev.tenon.database.error.BackupException if there is none
     */
    public static Tool find(StoreSettings settings, List<String> names) {
        var failures = new BackupFailures(settings.database());
        var folders = folders(settings.option("tools"));
        return names.stream()
                .flatMap(name -> ENDINGS.stream().map(ending -> name + ending))
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Tool(program, failures))
                .orElseThrow(() ->
                        failures.of(
                                BackupError.TOOL_MISSING,
                                "The database "
                                        + settings.database()
                                        + " is copied by the program "
                                        + names.getFirst()
                                        + ", which is not there.",
                                settings.option("tools")
                                        .map(f -> "It is not in " + f + ".")
                                        .orElse("It is in no folder of the PATH.")));
    }

    private static List<Path> folders(Optional<String> named) {
        if (named.isPresent()) {
            return List.of(Path.of(named.get()));
        }
        var folders = new ArrayList<Path>();
        var path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                add(folder, folders);
            }
        }
        return folders;
    }

    private static void add(String folder, List<Path> folders) {
        try {
            folders.add(Path.of(folder));
        } catch (InvalidPathException e) {
            LOG.debug("What is no path has no programs", e);
        }
    }

    /** Returns what it says of its version. */
    public String version() {
        return run(List.of("--version"), Map.of(), List.of()).strip();
    }

    /** Runs it as the other method does, and tells nothing meanwhile. */
    public String run(List<String> arguments, Map<String, String> environment, List<Path> input) {
        return run(arguments, environment, input, () -> {});
    }

    /**
     * Runs it to its end.
     *
     * @param arguments without what is secret: others on the machine see them
     * @param environment what it finds in its environment besides
     * @param input the files that it reads, one after the other; its input ends with this process
     * @param meanwhile run by this thread twice a second
     * @return what it has written to its output
     * @throws dev.tenon.database.error.BackupException if it fails, with what it said; if the
     *     thread is interrupted, in which case the program is ended
     */
    public String run(
            List<String> arguments,
            Map<String, String> environment,
            List<Path> input,
            Runnable meanwhile) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        // What stands there for another database must not count, and what it says must be English.
        builder.environment().keySet().removeIf(Tool::isForItself);
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        try {
            return ToolProcess.start(builder, input, this).finish(meanwhile);
        } catch (IOException e) {
            throw failures.of(BackupError.TOOL_FAILED, fact(), e);
        }
    }

    private static boolean isForItself(String variable) {
        return (variable.startsWith("PG") && !variable.equals("PGPASSFILE"))
                || variable.startsWith("MYSQL_")
                || variable.startsWith("MARIADB_")
                || variable.startsWith("LC_");
    }

    String fact() {
        return "The program "
                + program
                + " could not do its work on the database "
                + failures.database()
                + ".";
    }
}
