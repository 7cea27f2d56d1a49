package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import dev.tenon.host.internal.launch.Locations;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Whether each jar of the installation is a module, whole, and the only one of its name. */
final class JarsCheck implements Check {

    private final Locations locations;

    JarsCheck(Locations locations) {
        this.locations = locations;
    }

    @Override
    public Group group() {
        return Group.IMAGE;
    }

    @Override
    public String name() {
        return "modules";
    }

    @Override
    public List<Finding> look() throws IOException {
        var folder = locations.home().map(h -> h.resolve("modules"));
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of(Finding.fine("There is no folder of modules to look at."));
        }
        var findings = new ArrayList<Finding>();
        var byName = new TreeMap<String, List<Path>>();
        for (Path jar : jars(folder.get())) {
            try {
                readEverything(jar);
                names(jar).forEach(n -> byName.computeIfAbsent(n, _ -> new ArrayList<>()).add(jar));
            } catch (IOException | FindException | SecurityException e) {
                findings.add(new Finding.Flaw(broken(jar, e)));
            }
        }
        byName.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(JarsCheck::twice)
                .map(Finding.Flaw::new)
                .forEach(findings::add);
        if (findings.isEmpty()) {
            findings.add(Finding.fine(byName.size() + " jars in " + folder.get() + " are whole."));
        }
        return findings;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(e -> e.toString().endsWith(".jar"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** The checksum of each entry is compared while it is read. */
    private static void readEverything(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            for (var entries = file.entries(); entries.hasMoreElements(); ) {
                try (var in = file.getInputStream(entries.nextElement())) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    private static List<String> names(Path jar) {
        return ModuleFinder.of(jar).findAll().stream()
                .map(ModuleReference::descriptor)
                .map(d -> d.name())
                .toList();
    }

    private static Problem broken(Path jar, Exception e) {
        return Problem.error(
                        ProgramError.INSTALLATION_DAMAGED,
                        jar + " cannot be read.",
                        Problem.describe(e),
                        "Install Tenon again, or remove the jar if it was added by hand.")
                .from(e);
    }

    private static Problem twice(Map.Entry<String, List<Path>> module) {
        return Problem.error(
                ProgramError.INSTALLATION_DAMAGED,
                "The module " + module.getKey() + " is there more than once.",
                "It is in "
                        + String.join(
                                " and ", module.getValue().stream().map(Path::toString).toList())
                        + ", so the JVM cannot choose, or chooses any.",
                "Keep one of the jars and remove the others.");
    }
}
