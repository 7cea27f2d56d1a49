package dev.tenon.database.internal.migration.source;

import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.internal.migration.source.Migration.InCode;
import dev.tenon.database.internal.migration.source.MigrationName.Kind;
import dev.tenon.database.migration.JavaMigration;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads from a descriptor which migrations of a module are written in Java. */
final class ClassReader {

    private final ModuleFiles files;
    private final Predicate<ClassModel> constructible;
    private final MigrationProblems problems;

    ClassReader(
            ModuleFiles files, Predicate<ClassModel> constructible, MigrationProblems problems) {
        this.files = files;
        this.constructible = constructible;
        this.problems = problems;
    }

    List<InCode> read() throws IOException {
        var found = new ArrayList<InCode>();
        for (String className : files.providers(JavaMigration.class.getName())) {
            read(className).ifPresent(found::add);
        }
        return found;
    }

    private Optional<InCode> read(String className) throws IOException {
        int dot = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$'));
        var name =
                MigrationName.parse(className.substring(dot + 1))
                        .filter(n -> n.kind() == Kind.VERSIONED);
        if (name.isEmpty()) {
            problems.error(
                    MigrationError.CLASS_UNUSABLE,
                    className,
                    "Its name does not say a version and a description.");
            return Optional.empty();
        }
        if (files.classModel(className).filter(constructible).isEmpty()) {
            problems.error(
                    MigrationError.CLASS_UNUSABLE,
                    className,
                    "There is no such public class with a public no-argument constructor.");
            return Optional.empty();
        }
        return name.map(n -> new InCode(n, className));
    }
}
