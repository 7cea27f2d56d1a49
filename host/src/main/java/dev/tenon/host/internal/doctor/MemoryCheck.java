package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import java.util.List;

/** Whether a host with a few plugins finds room. */
final class MemoryCheck implements Check {

    private static final long ENOUGH = 256;

    @Override
    public Group group() {
        return Group.MACHINE;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Finding> look() {
        long total = OperatingSystem.bean().getTotalMemorySize() >> 20;
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        var fact = "%d MB of memory, of which the heap may take %d MB.".formatted(total, heap);
        return List.of(
                total >= ENOUGH
                        ? new Finding.Fine(fact)
                        : new Finding.Flaw(
                                Problem.warning(
                                        ProgramError.MACHINE_SHORT,
                                        fact,
                                        "A host with a few plugins takes about 150 MB, and more with"
                                                + " each plugin.",
                                        "Raise the limit of the container or the service to %d MB."
                                                .formatted(ENOUGH))));
    }
}
