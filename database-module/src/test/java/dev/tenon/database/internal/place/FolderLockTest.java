package dev.tenon.database.internal.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderLockTest {

    @TempDir Path temp;

    @Test
    void whoeverOnlyLooksHindersNobody() throws Exception {
        var folder = temp.toRealPath();
        FolderLock.take(folder).orElseThrow().close();
        var taking = new FutureTask<>(() -> FolderLock.take(folder));
        var thread = new Thread(taking);
        try (var looking =
                FileChannel.open(folder.resolve(".tenon.lock"), StandardOpenOption.READ)) {
            var look = looking.lock(FolderLock.POSITION, 1, true);
            thread.start();
            while (!taking.isDone() && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            look.release();
            Optional<FolderLock> taken = taking.get();
            assertThat(taken).isPresent();
            taken.orElseThrow().close();
        }
    }
}
