package dev.tenon.crud.internal.repository.declare;

import dev.tenon.core.spi.ModuleFiles;
import jakarta.data.repository.DataRepository;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.Optional;

/** The class files of a module, and those of the interfaces of Jakarta Data and of Java. */
record InterfaceFiles(ModuleFiles module) {

    Optional<ClassModel> find(String className) throws IOException {
        var own = module.classModel(className);
        if (own.isPresent()) {
            return own;
        }
        if (className.startsWith("jakarta.data.")) {
            return find(className, DataRepository.class.getModule());
        }
        return className.startsWith("java.")
                ? find(className, Object.class.getModule())
                : Optional.empty();
    }

    private static Optional<ClassModel> find(String className, Module owner) throws IOException {
        try (var file = owner.getResourceAsStream(className.replace('.', '/') + ".class")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(ClassFile.of().parse(file.readAllBytes()));
        }
    }
}
