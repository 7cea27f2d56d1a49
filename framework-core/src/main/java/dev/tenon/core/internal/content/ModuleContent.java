package dev.tenon.core.internal.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes and files of one module: nothing of the module is loaded to read them. Not safe for
 * use by several threads.
 */
public final class ModuleContent implements AutoCloseable {

    private static final String CLASS_SUFFIX = ".class";

    private final ModuleDescriptor descriptor;
    private final ModuleReader reader;

    private ModuleContent(ModuleDescriptor descriptor, ModuleReader reader) {
        this.descriptor = descriptor;
        this.reader = reader;
    }

    public static ModuleContent open(ModuleReference reference) throws IOException {
        return new ModuleContent(reference.descriptor(), reference.open());
    }

    /** Returns the binary names of all classes in the module, sorted. */
    public List<String> classNames() throws IOException {
        try (Stream<String> entries = reader.list()) {
            return entries.filter(ModuleContent::isClass)
                    .map(e -> e.substring(0, e.length() - CLASS_SUFFIX.length()).replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Returns the class of the given binary name, or nothing if the module has none.
     *
     * @throws IllegalArgumentException if the class file is damaged or newer than this Java; the
     *     model reads as it is used, and throws it then, too
     */
    public Optional<ClassModel> classModel(String binaryName) throws IOException {
        return file(binaryName.replace('.', '/') + CLASS_SUFFIX)
                .map(bytes -> ClassFile.of().parse(bytes));
    }

    /** Returns the paths of the files below a folder, sorted. */
    public List<String> fileNames(String folder) throws IOException {
        try (Stream<String> entries = reader.list()) {
            return entries.filter(e -> e.startsWith(folder + "/") && !e.endsWith("/"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Returns the bytes of a file, or nothing if the module has none of that path. */
    public Optional<byte[]> file(String path) throws IOException {
        var entry = reader.read(path);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        var buffer = entry.get();
        try {
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return Optional.of(bytes);
        } finally {
            reader.release(buffer);
        }
    }

    /** Returns the classes with which the descriptor provides the service. */
    public List<String> providers(String service) {
        return descriptor.provides().stream()
                .filter(p -> p.service().equals(service))
                .flatMap(p -> p.providers().stream())
                .toList();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static boolean isClass(String entry) {
        return entry.endsWith(CLASS_SUFFIX)
                && !entry.startsWith("META-INF/")
                && !entry.endsWith("module-info.class")
                && !entry.endsWith("package-info.class");
    }
}
