package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether there is room for copies of plugins and for the start cache. */
final class DiskCheck implements Check {

    private static final long ENOUGH = 200;

    private final Surroundings surroundings;

    DiskCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Group group() {
        return Group.MACHINE;
    }

    @Override
    public String name() {
        return "disk space";
    }

    @Override
    public List<Finding> look() throws IOException {
        var findings = new ArrayList<Finding>();
        for (var place : places().entrySet()) {
            var existing = Existing.parentOf(place.getValue());
            if (existing.isPresent()) {
                findings.add(finding(place.getKey(), existing.get()));
            }
        }
        return findings;
    }

    private Map<String, Path> places() {
        var places = new TreeMap<String, Path>();
        places.put(
                "work folder",
                surroundings
                        .workFolder()
                        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"))));
        Optional<Path> home = surroundings.locations().home();
        home.ifPresent(h -> places.put("installation", h));
        return places;
    }

    private static Finding finding(String what, Path place) throws IOException {
        long free = Files.getFileStore(place).getUsableSpace() >> 20;
        var fact = "%d MB are free for the %s in %s.".formatted(free, what, place);
        return free >= ENOUGH
                ? new Finding.Fine(fact)
                : new Finding.Flaw(
                        Problem.warning(
                                ProgramError.MACHINE_SHORT,
                                fact,
                                "Copies of plugins and the start cache may not find room.",
                                "Free %d MB there, or choose another work folder with --work."
                                        .formatted(ENOUGH)));
    }
}
