package dev.tenon.host.internal.scaffold;

import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The folder that a new project is written to. Either all of its files are written or none is, and
 * no file that was there is touched.
 */
public final class ProjectFolder {

    private final Path folder;
    private final Deque<Path> created = new ArrayDeque<>();

    public ProjectFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the files.
     *
     * @throws HostException {@code HOST-NEW-002} if there is anything in the folder but {@code
     *     .git}, {@code HOST-NEW-003} if it cannot be written
     */
    public void write(List<ProjectFile> files) {
        try {
            refuseIfUsed();
            for (ProjectFile file : files) {
                var target = folder.resolve(file.path());
                createFoldersOf(target.toAbsolutePath());
                Files.createFile(target);
                created.push(target);
                Files.writeString(target, file.text());
            }
        } catch (IOException e) {
            throw notWritten(takenBack(e));
        }
    }

    private void refuseIfUsed() throws IOException {
        if (!Files.isDirectory(folder)) {
            if (Files.exists(folder)) {
                throw refusal("It is a file.");
            }
            return;
        }
        try (var content = Files.list(folder)) {
            content.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> !name.equals(".git"))
                    .sorted()
                    .findFirst()
                    .ifPresent(found -> {
                        throw refusal("It holds " + found + " already.");
                    });
        }
    }

    private HostException refusal(String cause) {
        return new HostException(
                Problem.error(
                        ProgramError.PROJECT_FOLDER_USED,
                        "The folder " + absolute() + " cannot take a new project.",
                        cause,
                        ProgramError.PROJECT_FOLDER_USED.remedy()));
    }

    private void createFoldersOf(Path file) throws IOException {
        var missing = new ArrayDeque<Path>();
        for (var f = file.getParent(); f != null && !Files.isDirectory(f); f = f.getParent()) {
            missing.push(f);
        }
        for (Path wanted : missing) {
            Files.createDirectory(wanted);
            created.push(wanted);
        }
    }

    /** A second try would be refused if files were left behind. */
    private IOException takenBack(IOException failure) {
        for (Path path : created) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }

    private HostException notWritten(IOException e) {
        return new HostException(
                Problem.error(
                                ProgramError.PROJECT_NOT_WRITTEN,
                                "The project cannot be written to " + absolute() + ".",
                                Problem.describe(e),
                                ProgramError.PROJECT_NOT_WRITTEN.remedy())
                        .from(e));
    }

    private Path absolute() {
        return folder.toAbsolutePath().normalize();
    }
}
