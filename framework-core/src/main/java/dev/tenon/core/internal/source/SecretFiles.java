package dev.tenon.core.internal.source;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SecretKeysHandler;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Puts the text of a file in the place of {@code ${file::PATH}}, without the line break at its end:
 * Docker and Kubernetes hand secrets over as files.
 */
final class SecretFiles implements SecretKeysHandler {

    private static final String NAME = "file";

    /** Far more than a key or a certificate; a device or a log is named by mistake. */
    private static final long LIMIT = 1 << 20;

    private static final ScopedValue<AtomicBoolean> READ = ScopedValue.newInstance();

    /**
     * Reads a value.
     *
     * @param secret becomes true if a file was read for it, however far the references led
     */
    static ConfigValue read(Supplier<ConfigValue> value, AtomicBoolean secret) {
        return ScopedValue.where(READ, secret).call(value::get);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String decode(String path) {
        if (READ.isBound()) {
            READ.get().set(true);
        }
        try {
            var file = Path.of(path);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IllegalArgumentException("the file " + path + " is not a regular file");
            }
            if (Files.exists(file) && Files.size(file) > LIMIT) {
                throw new IllegalArgumentException("the file " + path + " is larger than 1 MiB");
            }
            return Files.readString(file).replaceFirst("\\R\\z", "");
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + path + "' is not a path", e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + path, e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the file " + path + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file " + path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
