package dev.tenon.benchmarks.sessions;

import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.tenon.benchmarks.measure.Fork;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Rival;
import dev.tenon.benchmarks.sql.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSamplesIT {

    @TempDir Path folder;

    @Test
    void whatFailsInAProcessOfJmhIsToldWithItsReason() {
        var samples = new SessionSamples(Product.SQLITE, Action.SELECT, Rival.RAW);
        var target = Target.file(folder.resolve("missing").resolve("bench.db"), "NORMAL");

        assertThatIOException()
                .isThrownBy(() -> samples.measure(new Fork(1, 1), target, folder))
                .withMessageStartingWith("SQLite, SELECT by key, raw JDBC, reused statement: ")
                .withMessageContaining("SQLITE_CANTOPEN");
    }
}
