package dev.tenon.database.internal.generation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.database.error.GenerationError;
import dev.tenon.database.internal.generation.proof.GenerationFailures;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The folder with the migrations of one module: {@code V3__add_tags.sql} with {@code
 * U3__add_tags.sql}, those of one engine in a folder named like it.
 */
public final class MigrationFiles {

    /**
     * A migration with the files of its scripts.
     *
     * @param up that of the script which makes the change
     * @param down that of the script which takes it back
     */
    public record Placed(GeneratedMigration migration, Path up, Path down) {}

    private static final Pattern VERSIONED =
            Pattern.compile("[VU](\\d+)(?:[._]\\d+)*__.*\\.sql", Pattern.DOTALL);
    private static final int NAME_LENGTH = 80;

    private final Path folder;
    private final String engine;
    private final GenerationFailures failures;

    /**
     * Prepares for a folder, which need not be there.
     *
     * @param folder the folder, named {@code migrations}
     * @param engine the engine in use, as its folder is named: {@code sqlite}
     * @param failures makes the exceptions
     */
    public MigrationFiles(Path folder, String engine, GenerationFailures failures) {
        this.folder = folder;
        this.engine = engine;
        this.failures = failures;
    }

    /**
     * Returns the migrations and undo scripts for the engine, those for all engines among them.
     *
     * @throws IOException if the folder cannot be read
     */
    public List<Path> scripts() throws IOException {
        var scripts = new ArrayList<>(scripts(folder));
        scripts.addAll(scripts(folder.resolve(engine)));
        return List.copyOf(scripts);
    }

    private static List<Path> scripts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> VERSIONED.matcher(name(f)).matches()).sorted().toList();
        }
    }

    /**
     * Returns whether some engine has scripts of its own, which those that are generated for
     * another one would not fit.
     *
     * @throws IOException if the folder cannot be read
     */
    public boolean isByEngine() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        List<Path> folders;
        try (var files = Files.list(folder)) {
            folders = files.filter(Files::isDirectory).toList();
        }
        for (Path one : folders) {
            if (!scripts(one).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the version after all that the engine has. Where another one has it already, the two
     * are one migration.
     *
     * @throws IOException if the folder cannot be read
     */
    public long nextVersion() throws IOException {
        return scripts().stream()
                        .map(f -> VERSIONED.matcher(name(f)))
                        .filter(m -> m.matches())
                        .mapToLong(m -> Long.parseLong(m.group(1)))
                        .max()
                        .orElse(0)
                + 1;
    }

    /**
     * Returns migrations with their files, of which none is there.
     *
     * @param isForEngine whether they are for the engine alone, in its folder
     * @throws dev.tenon.database.error.GenerationException {@code DB-GEN-005} if a file of the
     *     version is there, {@code DB-GEN-008} if the description gives no name
     * @throws IOException if the folder cannot be read
     */
    public List<Placed> place(List<GeneratedMigration> migrations, boolean isForEngine)
            throws IOException {
        var place = isForEngine ? folder.resolve(engine) : folder;
        var placed = new ArrayList<Placed>();
        for (GeneratedMigration migration : migrations) {
            refuseTaken(place, migration.version());
            var name = migration.version() + "__" + nameOf(migration.description()) + ".sql";
            placed.add(new Placed(migration, place.resolve("V" + name), place.resolve("U" + name)));
        }
        return List.copyOf(placed);
    }

    /** A second file of a version would stop the module, whatever the rest of its name. */
    private void refuseTaken(Path place, String version) throws IOException {
        for (Path script : scripts(place)) {
            if (name(script).substring(1).startsWith(version + "__")) {
                throw there(script);
            }
        }
    }

    /**
     * Writes migrations. No file is ever overwritten; if one cannot be written, those that this
     * call has written are removed.
     *
     * @throws dev.tenon.database.error.GenerationException {@code DB-GEN-005} if a file is there
     * @throws IOException if a file cannot be written
     */
    public void write(List<Placed> migrations) throws IOException {
        var written = new ArrayList<Path>();
        try {
            for (Placed placed : migrations) {
                Files.createDirectories(placed.up().resolveSibling("").toAbsolutePath());
                write(placed.up(), placed.migration().up(), written);
                write(placed.down(), placed.migration().down(), written);
            }
        } catch (IOException e) {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            if (e instanceof FileAlreadyExistsException taken) {
                throw there(Path.of(taken.getFile()));
            }
            throw e;
        }
    }

    /** A file that is full before its end is one of those to remove. */
    private static void write(Path file, String text, List<Path> written) throws IOException {
        Files.createFile(file);
        written.add(file);
        Files.writeString(file, text, UTF_8);
    }

    private RuntimeException there(Path file) {
        return failures.of(
                GenerationError.FILE_THERE,
                file + " is there already",
                "Another migration has the version.");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * Returns a description as it stands in the name of a file.
     *
     * @throws dev.tenon.database.error.GenerationException {@code DB-GEN-008} if it gives none
     */
    public String nameOf(String description) {
        var name =
                description
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "_")
                        .replaceAll("^_+|_+$", "");
        if (name.isEmpty()) {
            throw failures.of(
                    GenerationError.MESSAGE_UNUSABLE,
                    "the description '" + description.replaceAll("\\p{C}", "?") + "' gives no name",
                    "It has neither letters nor digits.");
        }
        return name.length() <= NAME_LENGTH
                ? name
                : name.substring(0, NAME_LENGTH).replaceAll("_+$", "");
    }
}
