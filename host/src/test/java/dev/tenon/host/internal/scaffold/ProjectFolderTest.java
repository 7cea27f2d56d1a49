package dev.tenon.host.internal.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new project may be written over: nothing. */
class ProjectFolderTest {

    private static final ProjectFile FILE = new ProjectFile(Path.of("src", "a.txt"), "new");

    @TempDir Path folder;

    @Test
    void theFolderAndThoseAboveItAreCreated() {
        var project = folder.resolve("a").resolve("b");

        new ProjectFolder(project).write(List.of(FILE));

        assertThat(project.resolve("src").resolve("a.txt")).hasContent("new");
    }

    @Test
    void aFolderWithNothingButARepositoryOfGitIsEmpty() throws Exception {
        Files.createDirectory(folder.resolve(".git"));

        new ProjectFolder(folder).write(List.of(FILE));

        assertThat(folder.resolve("src").resolve("a.txt")).hasContent("new");
    }

    @Test
    void aFolderThatHoldsAnythingElseIsRefused() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "old");

        assertThatThrownBy(() -> new ProjectFolder(folder).write(List.of(FILE)))
                .hasMessageContaining("HOST-NEW-002")
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("notes.txt");
        assertThat(folder).isDirectoryNotContaining("glob:**src");
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "old");

        assertThatThrownBy(() -> new ProjectFolder(file).write(List.of(FILE)))
                .hasMessageContaining("HOST-NEW-002")
                .hasMessageContaining("It is a file.");
        assertThat(file).hasContent("old");
    }

    @Test
    void nothingIsLeftBehindIfOneFileCannotBeWritten() throws Exception {
        var impossible = new ProjectFile(Path.of("src", "a.txt", "b.txt"), "new");
        var project = folder.resolve("a").resolve("b");

        assertThatThrownBy(() -> new ProjectFolder(project).write(List.of(FILE, impossible)))
                .hasMessageContaining("HOST-NEW-003")
                .hasMessageContaining(project.toString());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatWasThereStaysIfOneFileCannotBeWritten() {
        var impossible = new ProjectFile(Path.of("src", "a.txt", "b.txt"), "new");

        assertThatThrownBy(() -> new ProjectFolder(folder).write(List.of(FILE, impossible)))
                .hasMessageContaining("HOST-NEW-003");
        assertThat(folder).isEmptyDirectory();
    }
}
