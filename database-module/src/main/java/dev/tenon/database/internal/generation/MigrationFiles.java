package dev.tenon.database.internal.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import dev.tenon.database.error.GenerationError;
import dev.tenon.database.internal.generation.proof.GenerationFailures;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The folder with the migrations of one module: {@code V3__add_tags.sql} with {@code
 * U3__add_tags.sql}, those of one engine in a folder named like it.
 */
public final class MigrationFiles {

    private static final Pattern VERSIONED =
            Pattern.compile("[VU](\\d+)(?:[._]\\d+)*__.*\\.sql", Pattern.DOTALL);
    private static final int NAME_LENGTH = 80;

    private final Path folder;
    private final GenerationFailures failures;

    /**
     * Prepares for a folder, which need not be there.
     *
     * @param folder the folder, named {@code migrations}
     * @param module the module
     * @param database its database
     */
    public MigrationFiles(Path folder, String module, String database) {
        this.folder = folder;
        this.failures = new GenerationFailures(module, database);
    }

    /**
     * Returns the version after all that are there, for whatever engine.
     *
     * @throws IOException if the folder cannot be read
     */
    public long nextVersion() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 1;
        }
        try (var files = Files.walk(folder, 2)) {
            return files.map(f -> VERSIONED.matcher(f.getFileName().toString()))
                            .filter(m -> m.matches())
                            .mapToLong(m -> Long.parseLong(m.group(1)))
                            .max()
                            .orElse(0)
                    + 1;
        }
    }

    /**
     * Writes migrations. No file is ever overwritten; if one cannot be written, those that this
     * call has written are removed.
     *
     * @param generated the migrations for each engine, by the name of its folder: {@code sqlite}
     * @param engines the engines that the module supports; a migration that is the same for all of
     *     them stands in the folder itself
     * @return the files, in the order in which they were written
     * @throws dev.tenon.database.error.GenerationException {@code DB-GEN-005} if one is there,
     *     {@code DB-GEN-008} if the description gives no name
     * @throws IOException if a file cannot be written
     */
    public List<Path> write(Map<String, List<GeneratedMigration>> generated, Set<String> engines)
            throws IOException {
        var texts = new TreeMap<Path, String>();
        boolean isCommon =
                generated.keySet().containsAll(engines)
                        && Set.copyOf(generated.values()).size() == 1;
        generated.forEach((engine, migrations) -> {
            var place = isCommon ? folder : folder.resolve(engine);
            for (GeneratedMigration migration : migrations) {
                var name = migration.version() + "__" + name(migration.description()) + ".sql";
                texts.put(place.resolve("V" + name), migration.up());
                texts.put(place.resolve("U" + name), migration.down());
            }
        });
        refuseTaken(texts.keySet());
        return write(texts);
    }

    /** A second file of a version would stop the module, whatever the rest of its name. */
    private void refuseTaken(Set<Path> files) throws IOException {
        for (Path file : files) {
            var name = file.getFileName().toString();
            var beginning = name.substring(0, name.indexOf("__") + 2);
            if (!Files.isDirectory(parent(file))) {
                continue;
            }
            try (var there = Files.list(parent(file))) {
                var taken =
                        there.filter(f -> f.getFileName().toString().startsWith(beginning))
                                .findFirst();
                if (taken.isPresent()) {
                    throw there(taken.get());
                }
            }
        }
    }

    private List<Path> write(Map<Path, String> texts) throws IOException {
        var written = new ArrayList<Path>();
        try {
            for (var text : texts.entrySet()) {
                Files.createDirectories(parent(text.getKey()));
                Files.writeString(text.getKey(), text.getValue(), UTF_8, CREATE_NEW);
                written.add(text.getKey());
            }
            return List.copyOf(written);
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

    private static Path parent(Path file) {
        return file.resolveSibling("").toAbsolutePath();
    }

    private RuntimeException there(Path file) {
        return failures.of(
                GenerationError.FILE_THERE,
                file + " is there already",
                "Another migration has the version.");
    }

    /** Returns the description as it stands in the name of a file. */
    private String name(String description) {
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
