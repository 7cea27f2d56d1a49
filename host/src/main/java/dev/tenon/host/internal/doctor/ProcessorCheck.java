package dev.tenon.host.internal.doctor;

import java.util.List;

/** How many steps of a start can run at once. */
final class ProcessorCheck implements Check {

    @Override
    public Group group() {
        return Group.MACHINE;
    }

    @Override
    public String name() {
        return "processors";
    }

    @Override
    public List<Finding> look() {
        int processors = Runtime.getRuntime().availableProcessors();
        return List.of(
                Finding.fine(
                        processors == 1
                                ? "1 processor is available."
                                : processors + " processors are available."));
    }
}
