package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether libraries can put native code into the temporary folder and load it from there. */
final class TemporaryFolderCheck implements Check {

    @Override
    public Group group() {
        return Group.MACHINE;
    }

    @Override
    public String name() {
        return "temporary folder";
    }

    @Override
    public List<Finding> look() {
        var folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        try {
            var file = Files.createTempFile(folder, "tenon-doctor-", "");
            try {
                return List.of(
                        finding(
                                folder,
                                file.toFile().setExecutable(true) && Files.isExecutable(file)));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            return List.of(
                    new Finding.Flaw(
                            Problem.error(
                                            ProgramError.MACHINE_SHORT,
                                            "The temporary folder "
                                                    + folder
                                                    + " cannot be written.",
                                            Problem.describe(e),
                                            "Correct its permissions, or name another one:"
                                                    + " TENON_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.")
                                    .from(e)));
        }
    }

    private static Finding finding(Path folder, boolean isExecutable) {
        return isExecutable
                ? Finding.fine(folder + " can be written and executed from.")
                : new Finding.Flaw(
                        Problem.warning(
                                ProgramError.MACHINE_SHORT,
                                "Nothing in the temporary folder " + folder + " can be executed.",
                                "It is probably mounted with noexec.",
                                "If a plugin brings native code, name another one:"
                                        + " TENON_JAVA_OPTS=-Djava.io.tmpdir=FOLDER."));
    }
}
