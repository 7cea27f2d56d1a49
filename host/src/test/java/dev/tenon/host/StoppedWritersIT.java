package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host that is asked to end while its modules write. */
@EnabledOnOs(OS.LINUX)
class StoppedWritersIT {

    @TempDir Path folder;
    private Writers writers;

    @BeforeEach
    void prepare() {
        // A build in the background may have been started with SIGINT ignored, which is inherited.
        writers = new Writers(folder, new Tenon(folder).launchedBy("env", "--default-signal=INT"));
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aModuleThatWaitsForItsThreadsLosesNothingAndKeepsNothingElse(String signal, int exitCode)
            throws Exception {
        writers.thatStop();

        var ended = writeAndSignal(signal);

        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.err())
                .contains("sample.writers 1.0 has stopped.", "The host is down")
                .doesNotContain("WARNING", "SEVERE");
        assertThat(found().equals(writers.acknowledged())).isTrue();
        assertThat(writers.failed()).allMatch(id -> id % 10 == 0);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void whatAModuleStillWritesWhenItsDatabaseClosesIsThereOrFails(String signal, int exitCode)
            throws Exception {
        var ended = writeAndSignal(signal);

        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.err()).contains("The host is down").doesNotContain("The stop took longer");
        var there = found();
        assertThat(Writers.without(writers.acknowledged(), there)).isEmpty();
        assertThat(Writers.without(there, writers.failed())).hasSameSizeAs(there);
        // The process may end between a commit and what its thread says of it.
        assertThat(Writers.without(there, writers.acknowledged()))
                .hasSizeLessThanOrEqualTo(Writers.THREADS);
    }

    private Tenon.Finished writeAndSignal(String signal) throws Exception {
        try (var host = writers.begin(1)) {
            writers.await(2_000);
            host.signal(signal);
            return host.finish();
        }
    }

    /** Returns what the next start finds. */
    private Set<Long> found() throws Exception {
        var check = writers.look();
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.err()).doesNotContain("WARNING", "SEVERE");
        return writers.there();
    }
}
