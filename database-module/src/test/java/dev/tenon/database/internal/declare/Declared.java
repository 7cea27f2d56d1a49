package dev.tenon.database.internal.declare;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.Optional;

/** What a module that is loaded declares. */
public final class Declared {

    private Declared() {}

    /** Reads the declaration of the plugin class, and makes a schema in code. */
    public static Optional<Declaration> by(Module module, String pluginClass) throws IOException {
        return new DeclarationReader(module.getName(), name -> classModel(module, name))
                .read(pluginClass)
                .map(declaration -> LoadedDeclaration.complete(declaration, module));
    }

    private static Optional<ClassModel> classModel(Module module, String name) throws IOException {
        try (var file = module.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(ClassFile.of().parse(file.readAllBytes()));
        }
    }
}
