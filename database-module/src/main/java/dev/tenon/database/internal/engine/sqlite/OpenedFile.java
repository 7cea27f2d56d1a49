package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a file is not the one any more that was opened. SQLite does not: it goes on writing
 * to a deleted file as if nothing had happened, and all of it is lost.
 */
final class OpenedFile {

    /** A look costs a tenth of a fast commit, so not every session takes one. */
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path path;
    private final Failures failures;
    private final @Nullable Object key;
    private volatile long nextLook = System.nanoTime() + BETWEEN_LOOKS;

    OpenedFile(Path path, Failures failures) throws IOException {
        this.path = path;
        this.failures = failures;
        key = key(path);
    }

    void requireThere() {
        long now = System.nanoTime();
        if (now - nextLook >= 0) {
            look();
            nextLook = now + BETWEEN_LOOKS;
        }
    }

    private void look() {
        try {
            if (!Objects.equals(key, key(path))) {
                throw gone("Another file has taken its place.", null);
            }
        } catch (IOException e) {
            throw gone(Problem.describe(e), e);
        }
    }

    private DatabaseException gone(String cause, @Nullable IOException e) {
        return failures.of(
                DatabaseError.FILE_GONE,
                "The file " + path + " of the database " + failures.database() + " is gone.",
                cause,
                e,
                CommitOutcome.NOT_APPLIED);
    }

    /** Returns what tells the file from others, nothing where the file system has no such thing. */
    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
