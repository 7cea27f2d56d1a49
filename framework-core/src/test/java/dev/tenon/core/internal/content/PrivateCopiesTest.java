package dev.tenon.core.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.core.ModuleState;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins run from copies, so that the files in the plugin folder may change under them. */
class PrivateCopiesTest {
    private static final String NOTES_COPY =
            "@Override public void register(ModuleContext c) { note(copy().toString()); }";

    private final Journal journal = new Journal();
    @TempDir Path folder;

    @AfterEach
    void endJournal() {
        journal.close();
    }

    @Test
    void deletingAJarDoesNoHarmToARunningPlugin() throws Exception {
        Path jar = late().jar(plugin("a.jar"));

        try (Host host = start()) {
            Files.delete(jar);

            assertThat(host.services().get(Callable.class).call()).isEqualTo("loaded late");
        }
    }

    @Test
    void overwritingAJarDoesNoHarmToARunningPlugin() throws Exception {
        Path jar = late().jar(plugin("a.jar"));

        try (Host host = start()) {
            Files.writeString(jar, "something else");

            assertThat(host.services().get(Callable.class).call()).isEqualTo("loaded late");
        }
    }

    @Test
    void deletingAnExplodedPluginDoesNoHarm() throws Exception {
        Path classes = late().directory(plugin("classes"));

        try (Host host = start()) {
            Files.delete(classes.resolve("sample/a/Late.class"));

            assertThat(host.services().get(Callable.class).call()).isEqualTo("loaded late");
        }
    }

    @Test
    void unchangedContentKeepsItsPathAndChangedContentGetsAnother() {
        noting("").jar(plugin("a.jar"));
        startAndStop();
        startAndStop();
        noting("int changed;").jar(plugin("a.jar"));
        startAndStop();

        List<String> copies = journal.lines();
        assertThat(copies).hasSize(3);
        assertThat(copies.get(1)).isEqualTo(copies.get(0));
        assertThat(copies.get(2)).isNotEqualTo(copies.get(0));
        assertThat(Path.of(copies.get(0))).startsWithRaw(work()).hasFileName("a.jar");
    }

    @Test
    void oldCopiesAreRemovedAtTheNextStart() {
        noting("").jar(plugin("a.jar"));
        startAndStop();
        Path first = Path.of(journal.lines().getLast());
        assertThat(first).exists();

        noting("int changed;").jar(plugin("a.jar"));
        startAndStop();

        assertThat(first.getParent()).doesNotExist();
        assertThat(Path.of(journal.lines().getLast())).exists();
    }

    @Test
    void anExplodedPluginIsKeptByItsContent() throws IOException {
        Path classes = noting("").directory(plugin("classes"));
        startAndStop();
        Files.writeString(classes.resolve("added.txt"), "more");
        startAndStop();
        Files.delete(classes.resolve("added.txt"));
        startAndStop();

        assertThat(journal.lines().get(1)).isNotEqualTo(journal.lines().get(0));
        assertThat(journal.lines().get(2)).isEqualTo(journal.lines().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage"})
    void aDamagedCopyIsMadeAnew(String content) throws IOException {
        noting("").jar(plugin("a.jar"));
        startAndStop();
        Path copy = Path.of(journal.lines().getFirst());
        if (content.isEmpty()) {
            Files.delete(copy);
        } else {
            Files.writeString(copy, content);
        }

        startAndStop();

        assertThat(journal.lines()).containsExactly(copy.toString(), copy.toString());
    }

    @Test
    void closingAHostTwiceLeavesTheWorkFolderToTheNextHost() {
        noting("").jar(plugin("a.jar"));
        Host first = start();
        first.close();

        try (Host second = start()) {
            first.close();
            try (Host third = start()) {
                assertThat(third.modules()).allMatch(m -> m.state() == ModuleState.STARTED);
            }
            assertThat(second.modules()).allMatch(m -> m.state() == ModuleState.STARTED);
        }
    }

    @Test
    void aFileMayBeRenamedBetweenStarts() throws IOException {
        Path jar = noting("").jar(plugin("a.jar"));
        startAndStop();
        Files.move(jar, plugin("b.jar"));
        startAndStop();

        assertThat(Path.of(journal.lines().getLast())).hasFileName("b.jar");
    }

    @Test
    void aSecondHostOnTheSameWorkFolderGetsATemporaryOne() {
        noting("").jar(plugin("a.jar"));

        Path second;
        try (Host first = start()) {
            try (Host other = start()) {
                Outcome.onlyStarted(other, "sample.a");
            }
            second = Path.of(journal.lines().getLast());
            Outcome.onlyStarted(first, "sample.a");
        }

        assertThat(Path.of(journal.lines().getFirst())).startsWithRaw(work()).exists();
        assertThat(second.startsWith(work())).isFalse();
        assertThat(second).doesNotExist();
        startAndStop();
        assertThat(journal.lines().getLast()).isEqualTo(journal.lines().getFirst());
    }

    @Test
    void aTemporaryWorkFolderIsRemoved() {
        noting("").jar(plugin("a.jar"));

        Host host = Host.builder().plugins(folder.resolve("plugins")).start();
        Path copy = Path.of(journal.lines().getFirst());
        assertThat(copy).exists();
        host.close();

        assertThat(copy.getParent().getParent().getParent()).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void copiesAreForTheEyesOfTheirOwnerAlone() throws IOException {
        noting("").jar(plugin("a.jar"));
        startAndStop();

        Path copy = Path.of(journal.lines().getFirst());
        for (Path at = copy.getParent(); at.startsWith(work()); at = at.getParent()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at)))
                    .as("%s", at)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTemporaryWorkFolderIsForTheEyesOfItsOwnerAlone() throws IOException {
        try (WorkFolder work = WorkFolder.temporary()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.path())))
                    .isEqualTo("rwx------");
        }
    }

    /** A file in the way stops root as well, whom permissions do not. */
    @Test
    void aWorkFolderThatCannotBeWrittenKeepsTheHostFromStarting() throws IOException {
        noting("").jar(plugin("a.jar"));
        Path inTheWay = Files.writeString(folder.resolve("work"), "a file");

        for (Path work : List.of(inTheWay, inTheWay.resolve("below"))) {
            HostException thrown =
                    catchThrowableOfType(
                            HostException.class,
                            () -> Host.builder().plugins(plugin("a.jar")).workFolder(work).start());

            Outcome.has(
                    thrown.problem(),
                    HostError.COPY_FAILED,
                    "The host cannot keep its copies of plugins in " + work + ".",
                    "correct the permissions of the work folder");
        }
        assertThat(journal.lines()).isEmpty();
    }

    @Test
    void aLastingWorkFolderHoldsNothingButTheCopies() throws IOException {
        noting("").jar(plugin("a.jar"));
        startAndStop();

        try (Stream<Path> content = Files.walk(work())) {
            assertThat(content.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrder(
                            work().resolve("host.lock"), Path.of(journal.lines().getFirst()));
        }
    }

    private PluginSource noting(String member) {
        return Plugins.plugin("sample.a", "", journal.members() + NOTES_COPY + member);
    }

    /** A plugin that loads one of its classes when it is asked to. */
    private static PluginSource late() {
        return Plugins.plugin(
                        "sample.a",
                        "",
                        """
                        @Override public void register(ModuleContext c) {
                            c.services().offer(
                                    java.util.concurrent.Callable.class, () -> Late.word());
                        }
                        """)
                .source(
                        "sample.a.Late",
                        "package sample.a; class Late { static String word() { return \"loaded late\"; } }");
    }

    private Path plugin(String name) {
        return folder.resolve("plugins").resolve(name);
    }

    private Path work() {
        return folder.resolve("work");
    }

    private Host start() {
        return Host.builder().plugins(folder.resolve("plugins")).workFolder(work()).start();
    }

    private void startAndStop() {
        try (Host host = start()) {
            Outcome.onlyStarted(host, "sample.a");
        }
    }
}
