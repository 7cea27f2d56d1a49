package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import java.util.List;

/** Whether file names beyond ASCII can be read. */
final class EncodingCheck implements Check {

    @Override
    public Group group() {
        return Group.MACHINE;
    }

    @Override
    public String name() {
        return "file names";
    }

    @Override
    public List<Finding> look() {
        var encoding = System.getProperty("sun.jnu.encoding", "unknown");
        return List.of(
                encoding.equals("UTF-8")
                        ? Finding.fine("File names are read as UTF-8.")
                        : new Finding.Flaw(
                                Problem.warning(
                                        ProgramError.MACHINE_SHORT,
                                        "File names are read as " + encoding + ".",
                                        "The locale asks for it, so plugins whose names hold other"
                                                + " characters are not found.",
                                        "Set LC_ALL=C.UTF-8, or another locale with UTF-8.")));
    }
}
