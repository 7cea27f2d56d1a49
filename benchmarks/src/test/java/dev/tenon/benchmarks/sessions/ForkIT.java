package dev.tenon.benchmarks.sessions;

import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.tenon.benchmarks.sql.Rival;
import dev.tenon.benchmarks.sql.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkIT {

    @TempDir Path folder;

    @Test
    void whatFailsInAProcessOfJmhIsToldWithItsReason() {
        var target = Target.file(folder.resolve("missing").resolve("bench.db"), "NORMAL");

        assertThatIOException()
                .isThrownBy(() -> new Fork(1, 1).measure(Action.SELECT, Rival.RAW, target, folder))
                .withMessageStartingWith("raw JDBC, reused statement on SQLite, SELECT by key: ")
                .withMessageContaining("SQLITE_CANTOPEN");
    }
}
