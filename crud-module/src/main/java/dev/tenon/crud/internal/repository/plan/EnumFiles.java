package dev.tenon.crud.internal.repository.plan;

import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.crud.internal.query.check.EnumConstants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;

/** Reads the constants of enums from the class files of a module. */
record EnumFiles(ModuleFiles module) implements EnumConstants {

    @Override
    public Optional<List<String>> of(String className) {
        try {
            return module.classModel(className)
                    .filter(type -> type.flags().has(AccessFlag.ENUM))
                    .map(EnumFiles::constants);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> constants(ClassModel type) {
        return type.fields().stream()
                .filter(f -> f.flags().has(AccessFlag.ENUM))
                .map(f -> f.fieldName().stringValue())
                .toList();
    }
}
