package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.mapping.EntityMapping;
import dev.tenon.database.mapping.MappedDatabase;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What framework modules find of the database of a module. */
class MappedDatabasesTest {

    /** Shows to the test what only the module itself has. */
    private static final String SHOWS_IT =
            """
            @Override public void register(ModuleContext context) {
                context.services().offer(
                        ServiceKey.of(dev.tenon.database.mapping.MappedDatabase.class, "shown"),
                        context.services().get(dev.tenon.database.mapping.MappedDatabase.class));
            }
            """;

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
    }

    @Test
    void aModuleHasItsEntitiesWithTheirTablesAndSessions() {
        folder.with(
                plugin(
                        "sample.a",
                        "1.0",
                        "@Database(name = \"a\", entities = Main.Item.class)",
                        "@Entity public record Item(@Id @GeneratedValue Long id,"
                                + " @ElementCollection Set<Integer> marks) {}"
                                + SHOWS_IT));

        try (var host = folder.host().start()) {
            var mapped = shown(host, "sample.a");

            assertThat(mapped.module()).isEqualTo("sample.a");
            assertThat(mapped.name()).isEqualTo("a");
            assertThat(mapped.dialect().name()).isEqualTo("SQLite");
            assertThat(mapped.declared().orElseThrow().tables())
                    .extracting(Table::name)
                    .containsExactly("item", "item_marks");
            assertThat(mapped.entities())
                    .extracting(EntityMapping::className)
                    .containsExactly("sample.a.Main$Item");
            long rows =
                    mapped.sessions()
                            .read(s -> s.query("select count(*) from item").one(Long.class));
            assertThat(rows).isZero();
            assertThat(host.services().find(MappedDatabase.class)).isEmpty();
        }
    }

    @Test
    void aSchemaInCodeIsMadeOnceAndThereWithoutEntities() {
        System.clearProperty("sample.a.made");
        folder.with(
                plugin(
                        "sample.a",
                        "1.0",
                        "@Database(name = \"a\", schema = Main.Coded.class)",
                        """
                        public static class Coded implements Supplier<Schema> {
                            @Override public Schema get() {
                                System.setProperty("sample.a.made",
                                        System.getProperty("sample.a.made", "") + "x");
                                return Schema.of(Table.named("item").columns(
                                        Column.of("id", ColumnType.Plain.BIGINT)).primaryKey("id"));
                            }
                        }
                        """
                                + SHOWS_IT));

        try (var host = folder.host().start()) {
            var mapped = shown(host, "sample.a");

            assertThat(mapped.declared().orElseThrow().tables())
                    .extracting(Table::name)
                    .containsExactly("item");
            assertThat(mapped.entities()).isEmpty();
            assertThat(System.getProperty("sample.a.made")).isEqualTo("x");
        } finally {
            System.clearProperty("sample.a.made");
        }
    }

    @Test
    void aDatabaseWithoutAModelHasNoneHere() {
        folder.with(plugin("sample.a", "1.0", "@Database(name = \"a\")", SHOWS_IT));

        try (var host = folder.host().start()) {
            assertThat(shown(host, "sample.a").declared()).isEmpty();
        }
    }

    private static MappedDatabase shown(Host host, String module) {
        assertThat(host.module(module).state())
                .as("%s", HostFolder.error(host, module))
                .isEqualTo(ModuleState.STARTED);
        return host.services().get(ServiceKey.of(MappedDatabase.class, "shown"));
    }
}
