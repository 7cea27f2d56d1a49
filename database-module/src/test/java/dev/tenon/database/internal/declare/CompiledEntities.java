package dev.tenon.database.internal.declare;

import dev.tenon.core.error.Problem;
import dev.tenon.database.schema.Table;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The entity {@code sample.Note}, compiled, and read as its class file. */
final class CompiledEntities {

    private static final String IMPORTS =
            """
            package sample;
            import jakarta.persistence.*;
            import jakarta.validation.constraints.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            """;

    private final Path classes;
    private final PluginSource module =
            PluginSource.module("sample.entities", "1.0")
                    .descriptor(
                            "requires dev.tenon.database; requires jakarta.persistence;"
                                    + " requires jakarta.validation; requires org.jspecify;");

    private CompiledEntities(Path classes) {
        this.classes = classes;
    }

    /**
     * @param classes an empty folder
     */
    static CompiledEntities in(Path classes) {
        return new CompiledEntities(classes);
    }

    /** Adds the text of the class, without its package and imports. */
    CompiledEntities source(String text) {
        module.source("sample.Note", IMPORTS + text);
        return this;
    }

    /** Adds the text of the file package-info.java. */
    CompiledEntities packageInfo(String text) {
        module.source("sample.package-info", text);
        return this;
    }

    Table read(List<Problem> problems) throws IOException {
        return entity(problems).table();
    }

    ReadEntity entity(List<Problem> problems) throws IOException {
        module.directory(classes);
        return new EntityReader(this::find, problems).read("sample.Note").orElseThrow();
    }

    private Optional<ClassModel> find(String name) throws IOException {
        var file = classes.resolve(name.replace('.', '/') + ".class");
        return Files.exists(file)
                ? Optional.of(ClassFile.of().parse(Files.readAllBytes(file)))
                : Optional.empty();
    }
}
