package dev.tenon.database.internal.migration.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.internal.migration.source.Migration.Script;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;

/** Reads the scripts of a module. Used by one thread. */
final class ScriptReader {

    private static final String SUFFIX = ".sql";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final ModuleFiles files;
    private final MigrationProblems problems;

    ScriptReader(ModuleFiles files, MigrationProblems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** Returns whether it is a script: other files may stand beside them. */
    static boolean isScript(String path) {
        return path.endsWith(SUFFIX);
    }

    /** Returns whether it was to be one: it differs in the case alone. */
    static boolean isAlmostScript(String path) {
        return !isScript(path) && path.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    /** Returns the script, or nothing after a problem was added. */
    Optional<Script> read(String path) throws IOException {
        var fileName = path.substring(path.lastIndexOf('/') + 1);
        var name = MigrationName.parse(fileName.substring(0, fileName.length() - SUFFIX.length()));
        if (name.isEmpty()) {
            problems.error(
                    MigrationError.NAME_UNUSABLE,
                    path,
                    "Its name does not say a version and a description.");
            return Optional.empty();
        }
        var text = decode(path, files.file(path).orElseThrow());
        if (text.isPresent() && text.get().isBlank()) {
            problems.error(MigrationError.EMPTY_SCRIPT, path, "There is nothing in it.");
            return Optional.empty();
        }
        return text.map(t -> new Script(name.get(), path, t));
    }

    private Optional<String> decode(String path, byte[] bytes) {
        var content = ByteBuffer.wrap(bytes);
        try {
            var text = UTF_8.newDecoder().decode(content).toString();
            return Optional.of(
                    text.startsWith(BYTE_ORDER_MARK)
                            ? text.substring(BYTE_ORDER_MARK.length())
                            : text);
        } catch (CharacterCodingException _) {
            problems.error(
                    MigrationError.NOT_TEXT,
                    path,
                    "Its byte " + content.position() + " begins none of its characters.");
            return Optional.empty();
        }
    }
}
