package dev.tenon.benchmarks.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is alive in a process of an image after a full collection.
 *
 * @param heapKb objects
 * @param metaspaceKb classes and what belongs to their loaders
 */
record LiveMemory(double heapKb, double metaspaceKb) {

    /** Collects the garbage of a process and asks it what is left, with the tools of the image. */
    static LiveMemory of(TenonImage image, ProcessHandle process)
            throws IOException, InterruptedException {
        var pid = Long.toString(process.pid());
        // The second one takes what the first has only made unreachable.
        run(image, "jcmd", pid, "GC.run");
        run(image, "jcmd", pid, "GC.run");
        return parse(run(image, "jstat", "-gc", pid));
    }

    /** Reads a line of names and a line of figures: survivors, eden, old objects, metaspace. */
    static LiveMemory parse(List<String> lines) throws IOException {
        if (lines.size() < 2) {
            throw new IOException("'jstat -gc' printed no figures: " + lines);
        }
        var names = lines.get(0).strip().split(" +", -1);
        var figures = lines.get(1).strip().split(" +", -1);
        Map<String, Double> used = new HashMap<>();
        for (int i = 0; i < Math.min(names.length, figures.length); i++) {
            if (names[i].endsWith("U") && !figures[i].equals("-")) {
                used.put(names[i], Double.parseDouble(figures[i]));
            }
        }
        var heap =
                List.of("S0U", "S1U", "EU", "OU").stream()
                        .mapToDouble(name -> used.getOrDefault(name, 0.0))
                        .sum();
        return new LiveMemory(heap, used.getOrDefault("MU", 0.0));
    }

    double kb() {
        return heapKb + metaspaceKb;
    }

    private static List<String> run(TenonImage image, String tool, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(image.tool(tool).toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("'%s' has failed: %s".formatted(tool, printed));
        }
        return printed.lines().toList();
    }
}
