package dev.tenon.database.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.declare.Declared;
import dev.tenon.database.internal.declare.LoadedDeclaration;
import dev.tenon.database.schema.Table;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a module declares once it is loaded, so that its schema in code can be made. */
class LoadedDeclarationTest {

    private static final String TABLE =
            "Table.named(\"%s\").columns(Column.of(\"id\", ColumnType.Plain.BIGINT))";

    @TempDir Path folder;

    @Test
    void theSchemaIsWhatTheCodeOfTheModuleMakes() throws IOException {
        var declaration =
                load("exports sample.coded;", "return Schema.of(" + TABLE.formatted("note") + ");");

        assertThat(declaration.orElseThrow().schema().orElseThrow().tables())
                .extracting(Table::name)
                .containsExactly("note");
        assertThat(declaration.get().hasErrors()).isFalse();
    }

    @Test
    void aPackageThatIsOpenNeedNotBeExported() throws IOException {
        assertThat(load("opens sample.coded to dev.tenon.database;", "return Schema.of();"))
                .isPresent();
    }

    @Test
    void codeThatFailsIsNamedWithItsModuleAndDatabase() {
        var thrown =
                refused("exports sample.coded;", "throw new IllegalStateException(\"no idea\");");

        assertThat(thrown.problem().message())
                .startsWith(
                        "The class sample.coded.Coded of the module sample.coded cannot make the"
                                + " schema of the database 'coded'. IllegalStateException: no"
                                + " idea.");
        assertThat(thrown).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void codeThatMakesNothingIsRefused() {
        assertThat(refused("exports sample.coded;", "return null;").problem().cause())
                .isEqualTo("It makes no schema.");
    }

    @Test
    void aSchemaThatCannotBeTellsItsOwnProblems() {
        assertThat(
                        refused(
                                        "exports sample.coded;",
                                        "return Schema.of(Table.named(\"empty\"));")
                                .code())
                .isEqualTo(SchemaError.NO_COLUMNS);
    }

    @Test
    void theTablesOfTenonAreNotForModules() throws IOException {
        var declaration =
                load(
                        "exports sample.coded;",
                        "return Schema.of(" + TABLE.formatted("tenon_outbox") + ");");

        assertThat(declaration.orElseThrow().problems())
                .extracting(p -> p.code())
                .containsExactly(SchemaError.NAME_UNUSABLE);
    }

    private InvalidSchemaException refused(String directive, String body) {
        return catchThrowableOfType(InvalidSchemaException.class, () -> load(directive, body));
    }

    private Optional<Declaration> load(String directive, String body) throws IOException {
        PluginSource.module("sample.coded", "1.0")
                .descriptor(
                        "requires dev.tenon.database; provides dev.tenon.core.ModulePlugin with"
                                + " sample.coded.Plugin; "
                                + directive)
                .source(
                        "sample.coded.Plugin",
                        """
                        package sample.coded;
                        @dev.tenon.database.Database(name = "coded", schema = Coded.class)
                        public class Plugin implements dev.tenon.core.ModulePlugin {}
                        """)
                .source(
                        "sample.coded.Coded",
                        """
                        package sample.coded;
                        import dev.tenon.database.schema.*;
                        public class Coded implements java.util.function.Supplier<Schema> {
                            @Override public Schema get() { %s }
                        }
                        """
                                .formatted(body))
                .jar(folder.resolve("coded.jar"));
        var parent = LoadedDeclaration.class.getModule().getLayer();
        var configuration =
                Configuration.resolve(
                        ModuleFinder.of(folder),
                        List.of(parent.configuration()),
                        ModuleFinder.of(),
                        Set.of("sample.coded"));
        var module =
                parent.defineModulesWithOneLoader(configuration, getClass().getClassLoader())
                        .findModule("sample.coded")
                        .orElseThrow();
        return Declared.by(module, "sample.coded.Plugin");
    }
}
