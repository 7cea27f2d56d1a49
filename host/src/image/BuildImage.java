import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays out the runtime image: {@code bin conf modules native plugins repository runtime training
 * fingerprint LICENSE}.
 *
 * <p>{@code runtime} is a JDK made by jlink and left alone while neither its modules nor the JDK
 * change. The jars stay jars, on its module path. {@code training} holds the plugins that {@code
 * tenon optimize} starts. {@code fingerprint} changes with everything a start cache is made from.
 * Every file is replaced by a rename, so a host that runs from the image keeps the files it opened.
 *
 * <p>Arguments: the image's directory; the directory with {@code bin} and {@code conf}; the
 * licence; the host's jar; a file that holds the class path of all other jars; the directory of the
 * plugins for training; the artifacts that plugins are compiled against.
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
        build.lay(jars, Path.of(args[1]), Path.of(args[2]), list(Path.of(args[5])));
        new MavenRepository(build.image.resolve("repository"))
                .fill(jarsOf(List.of(args).subList(6, args.length), jars));
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

    private void lay(List<Path> jars, Path source, Path licence, List<Path> training)
            throws IOException {
        Files.createDirectories(image.resolve("plugins"));
        for (String folder : List.of("bin", "conf")) {
            fill(image.resolve(folder), list(source.resolve(folder)));
        }
        replace(licence, image.resolve("LICENSE"));
        fill(image.resolve("modules"), jars);
        fill(
                image.resolve("native"),
                NativeLibrary.of(jars, image.resolveSibling("native-library")));
        fill(image.resolve("training"), training);
        boolean linked = link(modulesOfTheJdk(jars));
        writeFingerprint();
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
                "%s %s%n%s, with an archive of its classes%n"
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
        archiveClasses(runtime);
        Files.writeString(stamp, wanted);
        return true;
    }

    /**
     * Makes the archive of the JDK's own classes that a start without a start cache uses: 14 MB for
     * about 80 ms. The option of jlink would make a second one, for heaps beyond 32 GB.
     */
    private static void archiveClasses(Path runtime) throws IOException {
        String java = runtime.resolve("bin").resolve("java").toString();
        Process process =
                new ProcessBuilder(java, "-Xshare:dump", "-Xlog:disable", "-Xlog:all=error")
                        .inheritIO()
                        .start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(
                        "java -Xshare:dump ended with " + code + ", so there is no image.");
            }
        } catch (InterruptedException e) {
            process.destroy();
            throw new IllegalStateException("Interrupted, so there is no image.", e);
        }
    }

    /** A start cache fits the jars, the JDK, and the options that the launcher gives to it. */
    private void writeFingerprint() throws IOException {
        List<Path> parts = new ArrayList<>(list(image.resolve("modules")));
        parts.add(image.resolve("bin").resolve("tenon"));
        parts.add(image.resolve("runtime").resolve("linked-from"));
        MessageDigest digest = sha256();
        for (Path part : parts.stream().sorted().toList()) {
            digest.update(image.relativize(part).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(sha256().digest(Files.readAllBytes(part)));
        }
        Path fresh = image.resolve("fingerprint.new");
        Files.writeString(fresh, HexFormat.of().formatHex(digest.digest()) + "\n");
        Files.move(fresh, image.resolve("fingerprint"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
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
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        if (from.toString().endsWith(".jar") && ModernClasses.isNeededFor(from)) {
            ModernClasses.write(from, fresh);
        } else {
            Files.copy(
                    from,
                    fresh,
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(to) && Files.mismatch(fresh, to) < 0) {
            Files.delete(fresh);
        } else {
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
        }
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

    /** Counts what is shipped: a start cache is made where the image lies. */
    private long size() throws IOException {
        Path cache = image.resolve("cache");
        try (Stream<Path> content = Files.walk(image)) {
            return content.filter(file -> !file.startsWith(cache))
                    .filter(Files::isRegularFile)
                    .mapToLong(BuildImage::size)
                    .sum();
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
