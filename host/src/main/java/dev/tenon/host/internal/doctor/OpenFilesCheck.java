package dev.tenon.host.internal.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import java.util.List;

/** Whether the jars of many plugins can be open at once. */
final class OpenFilesCheck implements Check {

    private static final long ENOUGH = 1024;

    @Override
    public Group group() {
        return Group.MACHINE;
    }

    @Override
    public String name() {
        return "open files";
    }

    @Override
    public List<Finding> look() {
        return List.of(
                OperatingSystem.bean() instanceof UnixOperatingSystemMXBean unix
                        ? finding(unix.getMaxFileDescriptorCount())
                        : Finding.fine("This system has no limit of open files."));
    }

    private static Finding finding(long limit) {
        var fact = "A process may have %d files open.".formatted(limit);
        return limit >= ENOUGH
                ? new Finding.Fine(fact)
                : new Finding.Flaw(
                        Problem.warning(
                                ProgramError.MACHINE_SHORT,
                                fact,
                                "The host keeps about 60 open, and every jar of a plugin and every"
                                        + " connection takes one more.",
                                "Raise the limit to %d: 'ulimit -Hn' in a shell, LimitNOFILE in a unit of"
                                                .formatted(ENOUGH)
                                        + " systemd."));
    }
}
