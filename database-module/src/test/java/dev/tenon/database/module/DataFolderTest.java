package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.HostProcess;
import dev.tenon.database.fixture.LogLines;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of data belongs to one host at a time. */
class DataFolderTest {

    private static final String FRAMEWORK = "dev.tenon.database.internal.opening.FrameworkDatabase";

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp).withItems("a");
    }

    @Test
    void aSecondHostIsToldWhichProcessHasTheFolder() throws Exception {
        try (var other = HostProcess.start(folder)) {
            assertThat(other.awaitUp()).contains("sample.a STARTED");

            try (var framework = new LogLines(FRAMEWORK);
                    var host = folder.host().start()) {
                assertThat(framework.errors()).as("it is said once").isEmpty();
                assertThat(host.module("sample.a").state()).isEqualTo(ModuleState.FAILED);
                assertThat(error(host, "sample.a"))
                        .contains(
                                "DB-CONN-012",
                                folder.data().toString(),
                                "the process " + other.process().pid());
            }
        }
    }

    @Test
    void aHostThatWasKilledHindersNobody() throws Exception {
        try (var other = HostProcess.start(folder)) {
            var _ = other.awaitUp();
            other.kill();
        }
        try (var host = folder.host().start()) {
            assertThat(names(sessions(host, "sample.a"))).isEmpty();
        }
    }

    @Test
    void asSoonAsOneHostIsClosedAnotherOfTheProcessMayHaveTheFolder() {
        try (var first = folder.host().start()) {
            insert(sessions(first, "sample.a"), "of the first");
            try (var second = folder.host().start()) {
                assertThat(error(second, "sample.a"))
                        .contains("DB-CONN-012", "another host in this process");
            }
        }
        try (var third = folder.host().start()) {
            assertThat(names(sessions(third, "sample.a"))).containsExactly("of the first");
        }
    }

    /** Closing a second channel to a file ends the locks of the whole process on Unix. */
    @Test
    void aHostThatWasRefusedDoesNotEndTheHoldOfTheFirst() throws Exception {
        try (var _ = folder.host().start()) {
            folder.host().start().close();

            try (var other = HostProcess.start(folder)) {
                assertThat(other.awaitUp())
                        .contains("sample.a FAILED", "DB-CONN-012")
                        .contains("the process " + ProcessHandle.current().pid());
            }
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws Exception {
        Files.writeString(folder.data(), "I am no folder");

        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.a")).contains("DB-CONN-004", folder.data().toString());
        }
    }
}
