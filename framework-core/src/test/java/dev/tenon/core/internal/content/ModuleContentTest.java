package dev.tenon.core.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleContentTest {

    @TempDir Path folder;

    private static PluginSource source() {
        return PluginSource.module("sample.a", "1.0")
                .descriptor("provides java.lang.Runnable with sample.a.Second, sample.a.First;")
                .source("sample.a.First", type("First"))
                .source("sample.a.Second", type("Second"))
                .resource("migrations/V2__b.sql", "two")
                .resource("migrations/sqlite/V1__a.sql", "one")
                .resource("migrations.txt", "not in the folder")
                .resource("other/file.sql", "other");
    }

    private static String type(String name) {
        return "package sample.a; public class "
                + name
                + " implements Runnable { @Override public void run() {} }";
    }

    @Test
    void theFilesOfAFolderOfAJarAreReadByTheirPaths() throws IOException {
        check(source().jar(folder.resolve("a.jar")));
    }

    @Test
    void theFilesOfAFolderOfAnExplodedModuleAreReadByTheirPaths() throws IOException {
        check(source().directory(folder.resolve("a")));
    }

    private static void check(Path place) throws IOException {
        var reference = ModuleFinder.of(place).find("sample.a").orElseThrow();
        try (var content = ModuleContent.open(reference)) {
            assertThat(content.fileNames("migrations"))
                    .containsExactly("migrations/V2__b.sql", "migrations/sqlite/V1__a.sql");
            assertThat(content.fileNames("nothing")).isEmpty();
            assertThat(content.file("migrations/V2__b.sql").map(ModuleContentTest::text))
                    .contains("two");
            assertThat(content.file("migrations/V3__c.sql")).isEmpty();
            assertThat(content.providers("java.lang.Runnable"))
                    .containsExactly("sample.a.Second", "sample.a.First");
            assertThat(content.providers("java.lang.AutoCloseable")).isEmpty();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
