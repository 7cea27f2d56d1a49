package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of the JDK is filled once, and answers searches page by page in both ways. */
class JdkIndexIT {

    /** Asks the service of the sample for all pages of one search, both ways. */
    private static final String ASKING =
            """
            package sample.asking;

            import dev.tenon.core.ModuleContext;
            import dev.tenon.core.ModulePlugin;
            import dev.tenon.crud.RowPage;
            import jakarta.data.page.CursoredPage;
            import jakarta.data.page.PageRequest;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Optional;
            import sample.jdkindex.JavaClass;
            import sample.jdkindex.JdkIndex;

            public final class Asking implements ModulePlugin {
                @Override
                public void start(ModuleContext context) {
                    var index = context.services().get(JdkIndex.class);
                    var names = new ArrayList<Object>();
                    CursoredPage<JavaClass> page = index.search("Abstract", PageRequest.ofSize(50));
                    long total = page.totalElements();
                    page.forEach(found -> names.add(found.name()));
                    while (page.hasNext()) {
                        page = index.search("Abstract", page.nextPageRequest());
                        page.forEach(found -> names.add(found.name()));
                    }
                    System.out.println("FOUND " + names.size() + " OF " + total);

                    var rows = new ArrayList<Object>();
                    Optional<String> cursor = Optional.empty();
                    do {
                        RowPage some = index.rows("Abstract", cursor).orElseThrow();
                        some.rows().forEach(row -> rows.add(row.get("name")));
                        cursor = some.next();
                    } while (cursor.isPresent());
                    System.out.println("SAME " + rows.equals(names));

                    var first = index.rows("AbstractList", Optional.empty()).orElseThrow().rows().get(0);
                    var inPackage = first.expanded().get("package").rows().get(0);
                    var inModule = inPackage.expanded().get("module").rows().get(0);
                    System.out.println(
                            "PLACE " + inModule.get("name") + " " + inPackage.get("name"));
                    System.out.println("RECORDS " + (index.count(JavaClass.Kind.RECORD) > 100));
                }
            }
            """;

    @TempDir Path folder;
    private Path plugins;
    private Tenon tenon;

    @BeforeEach
    void install() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        var sample = Plugins.SAMPLES.resolveSibling("jdkindex");
        try (var jars = Files.list(sample)) {
            Files.copy(
                    jars.findFirst().orElseThrow(),
                    plugins.resolve("jdkindex.jar"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        tenon = new Tenon(folder).with("TENON_PLUGINS", plugins.toString());
    }

    @Test
    void theJdkIsIndexedOnceAndSearchedAtEveryStart() throws Exception {
        var first = tenon.run("run", "--check", "--set=sample.jdkindex.search=HashMap$");
        var second = tenon.run("run", "--check", "--set=sample.jdkindex.search=HashMap$");

        assertThat(first.exitCode()).as(first.err()).isZero();
        var indexed = Pattern.compile("Indexed the JDK: (\\d+) modules").matcher(first.err());
        assertThat(indexed.find()).as(first.err()).isTrue();
        assertThat(Integer.parseInt(indexed.group(1))).isGreaterThan(10_000);
        assertThat(first.err()).contains("classes that begin with HashMap$", "CLASS HashMap$Node");
        assertThat(second.exitCode()).isZero();
        assertThat(second.err()).contains("CLASS HashMap$Node").doesNotContain("Indexed the JDK");
    }

    @Test
    void theRepositoryAndTheTablesByNameFindTheSamePages() throws Exception {
        PluginSource.module("sample.asking", "1.0")
                .descriptor(
                        "requires sample.jdkindex;"
                                + " provides dev.tenon.core.ModulePlugin with sample.asking.Asking;")
                .source("sample.asking.Asking", ASKING)
                .readsFrom(plugins.resolve("jdkindex.jar"))
                .jar(plugins.resolve("asking.jar"));

        var check = tenon.run("run", "--check");

        assertThat(check.exitCode()).as(check.err()).isZero();
        // What modules print is kept apart from what the command prints.
        assertThat(check.err())
                .containsPattern("FOUND (\\d+) OF \\1\n")
                .contains("SAME true", "PLACE java.base java.util\n", "RECORDS true");
    }
}
