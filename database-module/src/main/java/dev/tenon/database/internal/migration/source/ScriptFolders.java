package dev.tenon.database.internal.migration.source;

import dev.tenon.database.error.MigrationError;
import dev.tenon.database.internal.migration.source.Migration.Script;
import dev.tenon.database.internal.migration.source.MigrationName.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The scripts of a module by the engines that they are for: one in the folder of an engine takes
 * the place of the one for all engines. Used by one thread.
 */
final class ScriptFolders {

    /** What is the same in the variants of one migration. */
    private record Key(Kind kind, Optional<Version> version, String description) {

        static Key of(MigrationName name) {
            return new Key(
                    name.kind(),
                    name.version(),
                    name.version().isPresent() ? "" : name.description());
        }
    }

    /** The folder of scripts for all engines. */
    private static final String COMMON = "";

    private final MigrationProblems problems;
    private final Map<String, Map<Key, Script>> folders = new TreeMap<>();

    ScriptFolders(MigrationProblems problems) {
        this.problems = problems;
    }

    /** Adds a script for all engines. */
    void add(Script script) {
        add(COMMON, script);
    }

    /** Adds a script for the engine of that name. */
    void add(String engine, Script script) {
        var before =
                folders.computeIfAbsent(engine, _ -> new LinkedHashMap<>())
                        .putIfAbsent(Key.of(script.name()), script);
        if (before != null) {
            problems.error(
                    MigrationError.VERSION_TWICE,
                    script.place(),
                    "It has the version of " + MigrationProblems.shown(before.place()) + ".");
        }
    }

    /** Returns the scripts for the engine, and tells which ones are missing for it. */
    List<Script> of(String engine) {
        var chosen = new LinkedHashMap<>(folder(COMMON));
        chosen.putAll(folder(engine));
        folders.values().stream()
                .flatMap(folder -> folder.entrySet().stream())
                .filter(e -> e.getKey().kind() != Kind.UNDO && !chosen.containsKey(e.getKey()))
                .forEach(e ->
                        problems.error(
                                MigrationError.VARIANT_MISSING,
                                e.getValue().place(),
                                "The database is on the engine "
                                        + engine
                                        + ", for which there is none of its version."));
        return List.copyOf(chosen.values());
    }

    /** Returns the scripts for all engines. */
    List<Script> common() {
        return List.copyOf(folder(COMMON).values());
    }

    /** Returns all scripts of the kind, for whatever engine. */
    Stream<Script> all(Predicate<Kind> kind) {
        return folders.values().stream()
                .flatMap(folder -> folder.values().stream())
                .filter(script -> kind.test(script.name().kind()));
    }

    private Map<Key, Script> folder(String name) {
        return folders.getOrDefault(name, Map.of());
    }
}
