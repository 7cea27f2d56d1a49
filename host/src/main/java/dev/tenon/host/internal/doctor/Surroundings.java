package dev.tenon.host.internal.doctor;

import dev.tenon.core.Inspection;
import dev.tenon.core.Plan;
import dev.tenon.host.internal.launch.Locations;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What checks look at.
 *
 * @param locations where things are
 * @param workFolder the folder for copies of plugins; nothing if it is a temporary one
 * @param plan makes the plan of a host
 * @param inspections looks at what framework modules keep
 */
public record Surroundings(
        Locations locations,
        Optional<Path> workFolder,
        Supplier<Plan> plan,
        Supplier<List<Inspection>> inspections) {}
