package sample.jdkindex.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sample.jdkindex.JavaClass;
import sample.jdkindex.JavaModule;
import sample.jdkindex.JavaPackage;

/** What the Java that runs this consists of. Reads class files, and loads no class. */
final class RunningJdk {

    /** The content of one module, with everything in it numbered. */
    record Content(List<JavaPackage> packages, List<JavaClass> classes) {}

    private final SortedMap<String, ModuleReference> found = new TreeMap<>();
    private final List<JavaModule> modules = new ArrayList<>();
    private long lastPackage;
    private long lastClass;

    RunningJdk() {
        ModuleFinder.ofSystem().findAll().forEach(m -> found.put(m.descriptor().name(), m));
        found.forEach((name, module) -> {
            var version = module.descriptor().rawVersion().orElse("");
            modules.add(new JavaModule(modules.size() + 1L, name, version));
        });
    }

    /** Returns its modules, in the order of their names. */
    List<JavaModule> modules() {
        return modules;
    }

    /** Returns what is in one of its modules. */
    Content content(JavaModule java) {
        var module = requireNonNull(found.get(java.name()));
        var packages = new TreeMap<String, JavaPackage>();
        var classes = new ArrayList<JavaClass>();
        try (var reader = module.open();
                var names = reader.list()) {
            for (String file : (Iterable<String>) names::iterator) {
                if (file.endsWith(".class") && !file.equals("module-info.class")) {
                    var bytes = reader.read(file).orElseThrow();
                    var model = ClassFile.of().parse(bytesOf(bytes));
                    reader.release(bytes);
                    var owner =
                            packages.computeIfAbsent(
                                    packageOf(file),
                                    name -> packageOf(java.id(), module.descriptor(), name));
                    classes.add(classOf(owner, file, model));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(List.copyOf(packages.values()), classes);
    }

    private JavaPackage packageOf(long module, ModuleDescriptor descriptor, String name) {
        boolean isExported =
                descriptor.exports().stream()
                        .anyMatch(e -> e.source().equals(name) && !e.isQualified());
        return new JavaPackage(++lastPackage, module, name, isExported);
    }

    private JavaClass classOf(JavaPackage owner, String file, ClassModel model) {
        var name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".class".length());
        return new JavaClass(
                ++lastClass, owner.id(), name, kind(model), model.flags().has(AccessFlag.PUBLIC));
    }

    private static JavaClass.Kind kind(ClassModel model) {
        var flags = model.flags();
        if (flags.has(AccessFlag.ANNOTATION)) {
            return JavaClass.Kind.ANNOTATION;
        }
        if (flags.has(AccessFlag.INTERFACE)) {
            return JavaClass.Kind.INTERFACE;
        }
        if (flags.has(AccessFlag.ENUM)) {
            return JavaClass.Kind.ENUM;
        }
        var parent = model.superclass().map(s -> s.asInternalName()).orElse("");
        return parent.equals("java/lang/Record") ? JavaClass.Kind.RECORD : JavaClass.Kind.CLASS;
    }

    private static String packageOf(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('/'))).replace('/', '.');
    }

    private static byte[] bytesOf(java.nio.ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
