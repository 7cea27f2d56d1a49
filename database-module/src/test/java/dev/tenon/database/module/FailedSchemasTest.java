package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static dev.tenon.database.fixture.HostFolder.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema that cannot be made keeps its module from starting, and no other. */
class FailedSchemasTest {

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
    }

    @Test
    void aModelThatIsNotThatOfTheDatabaseIsNamedByItsDifference() {
        folder.withItems("a").withItems("b");
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "kept");
        }
        var later = new HostFolder(temp.resolve("later")).withItems("b");
        var other =
                plugin(
                        "sample.a",
                        "2.0",
                        "@Database(name = \"a\", entities = Main.Item.class)",
                        "@Entity public record Item(@Id @jakarta.persistence.Column(length = 100)"
                                + " String name, int colour) {}");
        try (var host = hostOf(later.with(other))) {
            assertThat(error(host, "sample.a")).contains("DB-SCH-019", "'colour'");
            assertThat(names(sessions(host, "sample.b"))).isEmpty();
        }
        try (var host = folder.host().start()) {
            assertThat(names(sessions(host, "sample.a"))).containsExactly("kept");
        }
    }

    private Host hostOf(HostFolder plugins) {
        return plugins.host().setting("tenon.database.path", folder.data().toString()).start();
    }

    @Test
    void aSchemaInCodeThatThrowsFailsItsModuleAlone() {
        folder.with(inCode("throw new IllegalStateException(\"no schema today\");")).withItems("b");
        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.a")).contains("DB-SCH-", "no schema today");
            assertThat(host.module("sample.b").state()).isEqualTo(ModuleState.STARTED);
        }
    }

    @Test
    void aSchemaInCodeMayThrowErrorsToo() {
        folder.with(inCode("throw new StackOverflowError();")).withItems("b");
        try (var host = folder.host().start()) {
            assertThat(host.module("sample.a").state()).isEqualTo(ModuleState.FAILED);
            assertThat(host.module("sample.b").state()).isEqualTo(ModuleState.STARTED);
        }
    }

    @Test
    void aSchemaInCodeCannotHaveTheTablesOfTenon() {
        folder.with(
                inCode(
                        """
                        return Schema.of(Table.named("tenon_mine")
                                .columns(Column.of("id", ColumnType.Plain.BIGINT)).primaryKey("id"));
                        """));
        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.a")).contains("DB-SCH-001", "tenon_mine");
        }
    }

    private static PluginSource inCode(String body) {
        return plugin("sample.a", "1.0", "@Database(name = \"a\", schema = Tables.class)", "")
                .source(
                        "sample.a.Tables",
                        type(
                                "sample.a",
                                "public class Tables implements Supplier<Schema> {"
                                        + " @Override public Schema get() { "
                                        + body
                                        + " } }"));
    }
}
