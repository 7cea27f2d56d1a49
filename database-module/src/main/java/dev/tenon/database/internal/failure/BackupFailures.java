package dev.tenon.database.internal.failure;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the exceptions of those who copy one database. */
public record BackupFailures(String database) {

    /** Returns an exception. */
    public BackupException of(BackupError error, String fact, String cause) {
        return of(Problem.error(error, fact, cause, error.remedy()));
    }

    /** Returns an exception for something that was thrown. */
    public BackupException of(BackupError error, String fact, Throwable thrown) {
        return of(
                Problem.error(error, fact, Problem.describe(thrown), error.remedy()).from(thrown));
    }

    /** Returns the exception for a file that cannot be written: perhaps the disk is full. */
    public BackupException notWritten(Path file, IOException thrown) {
        if (thrown instanceof ClosedByInterruptException
                || thrown instanceof FileLockInterruptionException) {
            return interrupted("The copy");
        }
        return of(
                isFull(thrown) ? BackupError.NO_ROOM : BackupError.NOT_WRITTEN,
                "A copy of the database " + database + " cannot be written to " + file + ".",
                thrown);
    }

    /** Returns the exception for a thread that was interrupted, as it stays. */
    public BackupException interrupted(String what) {
        Thread.currentThread().interrupt();
        return of(
                BackupError.INTERRUPTED,
                what + " of the database " + database + " was ended early.",
                "Its thread was interrupted.");
    }

    /** Ends what a thread does that was interrupted. */
    public void endIfInterrupted(String what) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(what);
        }
    }

    /** The operating system tells it by a text alone. */
    private static boolean isFull(IOException thrown) {
        var text = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left")
                || text.contains("not enough space")
                || text.contains("quota exceeded");
    }

    private BackupException of(Problem problem) {
        var now = ErrorContext.now();
        return new BackupException(
                problem,
                new ErrorContext(
                        now.time(), now.id(), Optional.empty(), Optional.of(database), Map.of()));
    }
}
