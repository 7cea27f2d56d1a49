import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays out the runtime image: {@code bin conf modules plugins repository runtime LICENSE}.
 *
 * <p>{@code runtime} is a JDK made by jlink and left alone while neither its modules nor the JDK
 * change. The jars stay jars, on its module path. Every file is replaced by a rename, so a host
 * that runs from the image keeps the files it opened.
 *
 * <p>Arguments: the image's directory; the directory with {@code bin} and {@code conf}; the
 * licence; the host's jar; a file that holds the class path of all other jars; the artifacts that
 * plugins are compiled against.
 */
final class BuildImage {
    /** What a plugin may require although no jar of the framework does. */
    private static final List<String> FOR_PLUGINS =
            List.of(
                    "java.se",
                    "jdk.crypto.cryptoki",
                    "jdk.crypto.ec",
                    "jdk.jcmd",
                    "jdk.jfr",
                    "jdk.management",
                    "jdk.management.agent",
                    "jdk.net",
                    "jdk.unsupported",
                    "jdk.zipfs");

    private final Path image;

    private BuildImage(Path image) {
        this.image = image;
    }

    public static void main(String[] args) throws IOException {
        BuildImage build = new BuildImage(Path.of(args[0]));
        String classPath = Files.readString(Path.of(args[4])).strip();
        List<Path> jars =
                Stream.concat(Stream.of(args[3]), Stream.of(classPath.split(File.pathSeparator)))
                        .map(Path::of)
                        .toList();
        build.lay(jars, Path.of(args[1]), Path.of(args[2]));
        new MavenRepository(build.image.resolve("repository"))
                .fill(jarsOf(List.of(args).subList(5, args.length), jars));
    }

    private static List<Path> jarsOf(List<String> artifacts, List<Path> jars) {
        return artifacts.stream()
                .map(artifact ->
                        jars.stream()
                                .filter(j -> j.getFileName().toString().startsWith(artifact + "-"))
                                .findFirst()
                                .orElseThrow())
                .toList();
    }

    private void lay(List<Path> jars, Path source, Path licence) throws IOException {
        Files.createDirectories(image.resolve("plugins"));
        for (String folder : List.of("bin", "conf")) {
            fill(image.resolve(folder), list(source.resolve(folder)));
        }
        replace(licence, image.resolve("LICENSE"));
        fill(image.resolve("modules"), jars);
        boolean linked = link(modulesOfTheJdk(jars));
        System.out.printf(
                "Runtime image%s: %d MB in %s%n", linked ? "" : " (same JDK)", size() >> 20, image);
    }

    /**
     * jdeps misses modules that are only bound as services or named by automatic modules;
     * resolution does not.
     */
    private static Set<String> modulesOfTheJdk(List<Path> jars) {
        ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
        List<String> names =
                finder.findAll().stream()
                        .map(ModuleReference::descriptor)
                        .map(ModuleDescriptor::name)
                        .toList();
        Configuration resolved =
                Configuration.resolve(
                        finder, List.of(Configuration.empty()), ModuleFinder.ofSystem(), names);
        return Stream.concat(
                        resolved.modules().stream().map(ResolvedModule::name), FOR_PLUGINS.stream())
                .filter(name -> ModuleFinder.ofSystem().find(name).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean link(Set<String> modules) throws IOException {
        Path runtime = image.resolve("runtime");
        Path stamp = runtime.resolve("linked-from");
        List<String> options =
                List.of(
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress",
                        "zip-6",
                        "--add-modules",
                        String.join(",", modules));
        String wanted =
                "%s %s%n%s%n"
                        .formatted(
                                System.getProperty("java.vendor"),
                                Runtime.version(),
                                String.join(" ", options));
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return false;
        }
        delete(runtime);
        String[] arguments =
                Stream.concat(options.stream(), Stream.of("--output", runtime.toString()))
                        .toArray(String[]::new);
        int code =
                ToolProvider.findFirst("jlink")
                        .orElseThrow()
                        .run(System.out, System.err, arguments);
        if (code != 0) {
            throw new IllegalStateException("jlink ended with " + code + ", so there is no image.");
        }
        Files.writeString(stamp, wanted);
        return true;
    }

    /** Makes a directory hold these files and no others. */
    private static void fill(Path directory, List<Path> files) throws IOException {
        Files.createDirectories(directory);
        Set<Path> names = files.stream().map(Path::getFileName).collect(Collectors.toSet());
        for (Path old : list(directory)) {
            if (!names.contains(old.getFileName())) {
                delete(old);
            }
        }
        for (Path file : files) {
            replace(file, directory.resolve(file.getFileName()));
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        if (Files.exists(to) && Files.mismatch(from, to) < 0) {
            return;
        }
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        Files.copy(
                from,
                fresh,
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            return content.toList();
        }
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> content = Files.walk(path)) {
            for (Path entry : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    private long size() throws IOException {
        try (Stream<Path> content = Files.walk(image)) {
            return content.filter(Files::isRegularFile).mapToLong(BuildImage::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
