package dev.tenon.database.internal.migration.source;

import dev.tenon.core.error.Problem;
import dev.tenon.core.error.SimilarName;
import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.internal.migration.source.Migration.InCode;
import dev.tenon.database.internal.migration.source.Migration.Script;
import dev.tenon.database.internal.migration.source.MigrationName.Kind;
import dev.tenon.database.migration.JavaMigration;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the migrations of a module from its files: scripts in the folder {@code migrations}, and
 * for one engine alone in a folder below it that is named like the engine, and classes that its
 * descriptor provides. Runs no code of the module. Used once.
 */
public final class MigrationReader {

    /** Where scripts are. */
    public static final String FOLDER = "migrations";

    private static final Comparator<Version> ORDER = Comparator.naturalOrder();

    private final ModuleFiles files;
    private final Set<String> engines;
    private final Predicate<ClassModel> constructible;
    private final MigrationProblems problems;
    private final ScriptFolders folders;

    /**
     * Prepares the reading.
     *
     * @param engines the names of all engines
     * @param constructible tells of which classes an instance can be made
     */
    public MigrationReader(
            ModuleFiles files, Set<String> engines, Predicate<ClassModel> constructible) {
        this.files = files;
        this.engines = engines;
        this.constructible = constructible;
        problems = new MigrationProblems(files.moduleName());
        folders = new ScriptFolders(problems);
    }

    /** Returns one of the migrations of a module, if it has any. */
    public static Optional<String> first(ModuleFiles files) throws IOException {
        return Stream.concat(
                        files.fileNames(FOLDER).stream()
                                .filter(ScriptReader::isScript)
                                .filter(MigrationReader::isNamed),
                        files.providers(JavaMigration.class.getName()).stream())
                .findFirst();
    }

    private static boolean isNamed(String path) {
        return path.substring(path.lastIndexOf('/') + 1).matches("[VR].*__.*");
    }

    /** Returns what is wrong with what was read. */
    public List<Problem> problems() {
        return problems.all();
    }

    /**
     * Reads them.
     *
     * @param engine the name of the engine in use; nothing if that is not known, which is another
     *     problem
     */
    public Migrations read(Optional<String> engine) throws IOException {
        readScripts();
        var inCode = new ClassReader(files, constructible, problems).read();
        var versioned = versioned(inCode);
        checkUndo(versioned);
        var scripts = engine.map(folders::of).orElseGet(folders::common);
        return new Migrations(
                Stream.<Migration>concat(
                                of(scripts, Kind.VERSIONED),
                                inCode.stream().filter(versioned::containsValue))
                        .sorted(Comparator.comparing(MigrationReader::version))
                        .toList(),
                of(scripts, Kind.REPEATED)
                        .sorted(Comparator.comparing(s -> s.name().description()))
                        .toList(),
                of(scripts, Kind.UNDO)
                        .sorted(Comparator.comparing(MigrationReader::version))
                        .toList());
    }

    private static Stream<Script> of(List<Script> scripts, Kind kind) {
        return scripts.stream().filter(script -> script.name().kind() == kind);
    }

    private static Version version(Migration migration) {
        return migration.version().orElseThrow();
    }

    private void readScripts() throws IOException {
        var reader = new ScriptReader(files, problems);
        var unknown = new HashSet<String>();
        for (String path : files.fileNames(FOLDER)) {
            if (!ScriptReader.isScript(path)) {
                tellIfAlmost(path);
                continue;
            }
            var below = path.substring(FOLDER.length() + 1);
            int end = below.lastIndexOf('/');
            if (end < 0) {
                reader.read(path).ifPresent(folders::add);
            } else if (engines.contains(below.substring(0, end))) {
                reader.read(path).ifPresent(s -> folders.add(below.substring(0, end), s));
            } else if (unknown.add(below.substring(0, end))) {
                tellUnknown(path, below.substring(0, end));
            }
        }
    }

    private void tellIfAlmost(String path) {
        if (ScriptReader.isAlmostScript(path)) {
            problems.warning(
                    MigrationError.NAME_UNUSABLE,
                    path,
                    "Its name does not end with .sql in small letters.");
        }
    }

    private void tellUnknown(String path, String folder) {
        problems.warning(
                MigrationError.FOLDER_UNKNOWN,
                path,
                "There is no engine '"
                        + MigrationProblems.shown(folder)
                        + "'"
                        + SimilarName.of(folder, engines)
                                .map(e -> "; did you mean '" + e + "'?")
                                .orElse(
                                        ", only "
                                                + engines.stream()
                                                        .sorted()
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    /**
     * Returns the migrations with a version, whatever engine they are for; says what is there
     * twice.
     */
    private Map<Version, Migration> versioned(List<InCode> inCode) {
        var versioned = new TreeMap<Version, Migration>(ORDER);
        folders.all(Kind.VERSIONED::equals).forEach(s -> versioned.put(version(s), s));
        for (InCode migration : inCode) {
            var before = versioned.putIfAbsent(version(migration), migration);
            if (before != null) {
                problems.error(
                        MigrationError.VERSION_TWICE,
                        migration.place(),
                        "It has the version of " + MigrationProblems.shown(before.place()) + ".");
            }
        }
        return versioned;
    }

    private void checkUndo(Map<Version, Migration> versioned) {
        folders.all(Kind.UNDO::equals)
                .filter(script -> !versioned.containsKey(version(script)))
                .forEach(script ->
                        problems.error(
                                MigrationError.UNDO_ALONE,
                                script.place(),
                                "There is no migration of the version " + version(script) + "."));
    }
}
