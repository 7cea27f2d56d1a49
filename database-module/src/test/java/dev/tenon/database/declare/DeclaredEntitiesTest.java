package dev.tenon.database.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.database.mapping.DeclaredEntities;
import dev.tenon.database.mapping.EntityMapping;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other framework modules read of the entities of a module that is planned. */
class DeclaredEntitiesTest {

    @TempDir Path classes;

    @Test
    void theEntitiesThatAModuleDeclaresAreRead() throws IOException {
        assertThat(read("@Database(name = \"a\", entities = Plugin.Item.class)").orElseThrow())
                .extracting(EntityMapping::entityName, EntityMapping::table)
                .containsExactly(tuple("Item", "item"));
    }

    @Test
    void aModuleWithoutADatabaseHasNone() throws IOException {
        assertThat(read("")).isEmpty();
    }

    @Test
    void aDatabaseWithoutEntitiesIsNotTheSameAsNone() throws IOException {
        assertThat(read("@Database(name = \"a\")").orElseThrow()).isEmpty();
    }

    @Test
    void aDeclarationWithErrorsGivesNothing() throws IOException {
        assertThat(
                        read(
                                "@Database(name = \"a\", entities = {Plugin.Item.class,"
                                        + " Plugin.Wrong.class})"))
                .isEmpty();
        assertThat(read("@Database(name = \"A B\", entities = Plugin.Item.class)")).isEmpty();
    }

    private Optional<List<EntityMapping>> read(String declaration) throws IOException {
        PluginSource.module("sample.a", "1.0")
                .descriptor("requires dev.tenon.database;")
                .source(
                        "sample.a.Plugin",
                        """
                        package sample.a;
                        import dev.tenon.database.Database;
                        import jakarta.persistence.*;
                        %s
                        public class Plugin implements dev.tenon.core.ModulePlugin {
                            @Entity record Item(@Id long id) {}
                            @Entity record Wrong(long id) {}
                        }
                        """
                                .formatted(declaration))
                .directory(classes);
        return DeclaredEntities.provided().of(new Folder(classes));
    }

    private record Folder(Path classes) implements ModuleFiles {

        @Override
        public String moduleName() {
            return "sample.a";
        }

        @Override
        public String pluginClass() {
            return "sample.a.Plugin";
        }

        @Override
        public List<String> classNames() {
            return List.of();
        }

        @Override
        public Optional<ClassModel> classModel(String binaryName) throws IOException {
            var file = classes.resolve(binaryName.replace('.', '/') + ".class");
            return Files.exists(file)
                    ? Optional.of(ClassFile.of().parse(Files.readAllBytes(file)))
                    : Optional.empty();
        }

        @Override
        public List<String> fileNames(String folder) {
            return List.of();
        }

        @Override
        public Optional<byte[]> file(String path) {
            return Optional.empty();
        }

        @Override
        public List<String> providers(String service) {
            return List.of();
        }
    }
}
