package dev.tenon.host.internal.output;

import dev.tenon.core.ModuleState;
import dev.tenon.core.PlannedModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which modules require which. */
public final class ModulesGraph {

    private static final String CLASS_FAILED = ":::failed";

    private ModulesGraph() {}

    /**
     * Returns a tree for each module that no other requires, with what it requires below it. What
     * stands under several modules is unfolded once.
     */
    public static String tree(List<PlannedModule> modules, Palette palette) {
        if (modules.isEmpty()) {
            return "There are no modules." + System.lineSeparator();
        }
        var byName = byName(modules);
        var roots = new LinkedHashSet<>(byName.keySet());
        modules.forEach(m -> m.info().requires().forEach(roots::remove));
        // Modules of a cycle have no root: each of them is one.
        modules.stream()
                .filter(m -> m.state() == ModuleState.FAILED)
                .forEach(m -> roots.add(m.name()));
        var lines = new ArrayList<String>();
        var unfolded = new HashSet<String>();
        for (String root : roots) {
            lines.add(label(root, byName, palette));
            branches(root, "", byName, unfolded, lines, palette);
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    /** Returns a flowchart in the language of Mermaid, with arrows to what is required. */
    public static String mermaid(List<PlannedModule> modules) {
        var ids = new HashMap<String, String>();
        var text = new StringBuilder("flowchart LR").append(System.lineSeparator());
        for (PlannedModule module : modules) {
            var id = "m" + ids.size();
            ids.putIfAbsent(module.name(), id);
            line(
                    text,
                    id
                            + "[\""
                            + module.info().nameAndVersion().replace("\"", "#quot;")
                            + "\"]"
                            + (module.state() == ModuleState.RESOLVED ? "" : CLASS_FAILED));
        }
        for (PlannedModule module : modules) {
            for (String required : module.info().requires()) {
                var to = ids.get(required);
                if (to != null) {
                    line(text, ids.get(module.name()) + " --> " + to);
                }
            }
        }
        line(text, "classDef failed stroke:#c00,stroke-dasharray:4");
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append("    ").append(line).append(System.lineSeparator());
    }

    private static void branches(
            String name,
            String indent,
            Map<String, PlannedModule> byName,
            Set<String> unfolded,
            List<String> lines,
            Palette palette) {
        var module = byName.get(name);
        if (module == null || !unfolded.add(name)) {
            return;
        }
        var required = module.info().requires();
        for (int i = 0; i < required.size(); i++) {
            var isLast = i == required.size() - 1;
            lines.add(indent + (isLast ? "└─ " : "├─ ") + label(required.get(i), byName, palette));
            branches(
                    required.get(i),
                    indent + (isLast ? "   " : "│  "),
                    byName,
                    unfolded,
                    lines,
                    palette);
        }
    }

    private static String label(String name, Map<String, PlannedModule> byName, Palette palette) {
        var module = byName.get(name);
        if (module == null) {
            return name + " (not found)";
        }
        var text = module.info().nameAndVersion();
        return module.state() == ModuleState.RESOLVED
                ? text
                : text + " " + palette.state(module.state());
    }

    private static Map<String, PlannedModule> byName(List<PlannedModule> modules) {
        var byName = new LinkedHashMap<String, PlannedModule>();
        modules.forEach(m -> byName.putIfAbsent(m.name(), m));
        return byName;
    }
}
