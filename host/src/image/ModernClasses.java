import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * Gives classes that were compiled for Java 5 and older the class file version 52 and the stack
 * maps it asks for; nothing else of a jar changes.
 *
 * <p>The JVM verifies such classes in the slow old way at each start, and leaves them out of an AOT
 * cache. Picocli's are of that kind: with this, {@code tenon --help} takes two thirds of the time.
 */
final class ModernClasses {
    private static final int WITH_STACK_MAPS = 50;
    private static final int JAVA_8 = 52;

    private ModernClasses() {}

    static boolean isNeededFor(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (isOld(entry, read(file, entry))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Writes the jar anew; the result depends on its content alone, and keeps its time. */
    static void write(Path jar, Path to) throws IOException {
        FileTime time = Files.getLastModifiedTime(jar);
        try (JarFile file = new JarFile(jar.toFile());
                URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
            ClassFile format =
                    ClassFile.of(
                            StackMapsOption.GENERATE_STACK_MAPS,
                            ClassHierarchyResolverOption.of(
                                    ClassHierarchyResolver.ofResourceParsing(classes)));
            for (JarEntry entry : Collections.list(file.entries())) {
                byte[] content = read(file, entry);
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(isOld(entry, content) ? modern(format, content) : content);
            }
        }
        Files.setLastModifiedTime(to, time);
    }

    private static byte[] modern(ClassFile format, byte[] content) {
        ClassTransform version =
                (builder, element) -> {
                    if (element instanceof ClassFileVersion) {
                        builder.withVersion(JAVA_8, 0);
                    } else {
                        builder.with(element);
                    }
                };
        // Code that no transform touches would be copied as it is, without stack maps.
        ClassTransform code =
                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL::accept);
        ClassModel old = format.parse(content);
        return format.transformClass(old, version.andThen(code));
    }

    private static boolean isOld(ZipEntry entry, byte[] content) {
        return entry.getName().endsWith(".class") && majorVersion(content) < WITH_STACK_MAPS;
    }

    private static int majorVersion(byte[] content) {
        return (content[6] & 0xff) << 8 | content[7] & 0xff;
    }

    private static byte[] read(JarFile file, ZipEntry entry) throws IOException {
        try (var in = file.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
