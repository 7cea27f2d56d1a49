package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.DatabaseStatus;
import dev.tenon.database.admin.SchemaDrift;
import dev.tenon.database.fixture.CapturedLog;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.MariaDbServer;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules whose migrations do not lead to what their entities declare. */
class DriftTest {

    private static final String DIFFERENCE = "add the column 'author' of the table 'note'";

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
    }

    @ParameterizedTest
    @EnumSource
    void isAWarningWithWhatWouldHaveToChange(RealEngine engine) throws SQLException {
        var url = url(engine);
        var _ =
                folder.write(
                        module(
                                id(engine)
                                        + varchar(engine, "title", 40, "not null default 'x'")
                                        + ", more integer",
                                ""));
        try (var log = new CapturedLog("dev.tenon.database")) {
            try (var host = host(url).start()) {
                assertThat(host.module("sample.notes").state())
                        .as("%s", error(host, "sample.notes"))
                        .isEqualTo(ModuleState.STARTED);
            }
            assertThat(String.join("\n", log.messages()))
                    .contains("DB-SCH-023", "database 'notes' of the module sample.notes")
                    .contains(DIFFERENCE)
                    .contains("tenon db generate", "--module sample.notes")
                    .contains("tenon.database.notes.drift")
                    .doesNotContain("drop the column");
        }
        var status = status(url);
        assertThat(status.isSound()).isTrue();
        assertThat(status.drift().needed()).singleElement().asString().startsWith(DIFFERENCE);
        assertThat(status.drift().extra())
                .hasSize(2)
                .contains("drop the column 'more' of the table 'note'")
                .anyMatch(d -> d.startsWith("change the default of the column 'title'"));
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheModuleFromEachStartUntilItIsMendedIfThatIsSet(RealEngine engine)
            throws SQLException {
        var url = url(engine);
        var jar = folder.write(module(id(engine) + varchar(engine, "title", 40, "not null"), ""));
        for (int start = 0; start < 2; start++) {
            try (var host = host(url).setting("tenon.database.drift", "fail").start()) {
                assertThat(error(host, "sample.notes")).contains("DB-SCH-023", DIFFERENCE);
            }
        }
        module(
                        id(engine) + varchar(engine, "title", 40, "not null"),
                        "alter table note add column " + varchar(engine, "author", 20, "") + ";")
                .jar(jar);
        try (var host = host(url).setting("tenon.database.notes.drift", "fail").start()) {
            assertThat(host.module("sample.notes").state())
                    .as("%s", error(host, "sample.notes"))
                    .isEqualTo(ModuleState.STARTED);
        }
        assertThat(status(url).drift()).isEqualTo(SchemaDrift.NONE);
    }

    @Test
    void isAProblemOfTheStatusIfTheModuleDoesNotStart() throws SQLException {
        var _ = folder.write(module(id(RealEngine.SQLITE) + "title text not null", ""));
        var url = url(RealEngine.SQLITE);
        host(url).start().close();
        try (var tools = host(url).setting("tenon.database.drift", "fail").tools()) {
            var status = tools.get(DatabaseAdministration.class).of("notes").status();
            assertThat(status.isSound()).isFalse();
            assertThat(status.problem().orElseThrow().toString())
                    .contains(
                            "DB-SCH-023",
                            "change the column 'title' of the table 'note' from TEXT to VARCHAR(40)");
            assertThat(status.migrations()).isNotEmpty();
        }
    }

    @Test
    void isNoWarningIfThatIsSet() throws SQLException {
        var _ = folder.write(module(id(RealEngine.SQLITE) + "title text not null", ""));
        try (var log = new CapturedLog("dev.tenon.database")) {
            host(url(RealEngine.SQLITE)).setting("tenon.database.drift", "skip").start().close();
            assertThat(String.join("\n", log.messages())).doesNotContain("DB-SCH-023");
        }
    }

    @Test
    void isNotLookedForInAModuleWithoutEntities() throws SQLException {
        var _ =
                folder.write(
                        plugin("sample.notes", "1.0", "@Database(name = \"notes\")", "")
                                .resource("migrations/V1__a.sql", "create table a (id integer);"));
        var url = url(RealEngine.SQLITE);
        host(url).start().close();
        assertThat(status(url).drift()).isEqualTo(SchemaDrift.NONE);
    }

    /** Declares a note with a title of 40 and an author of 20 characters. */
    private static PluginSource module(String columns, String second) {
        var module =
                plugin(
                                "sample.notes",
                                "1.0",
                                "@Database(name = \"notes\", entities = Main.Note.class)",
                                "@Entity public record Note(@Id long id,"
                                        + " @jakarta.persistence.Column(nullable = false, length = 40)"
                                        + " String title, @jakarta.persistence.Column(length = 20)"
                                        + " String author) {}")
                        .resource(
                                "migrations/V1__notes.sql", "create table note (" + columns + ");");
        return second.isEmpty() ? module : module.resource("migrations/V2__more.sql", second);
    }

    private static String id(RealEngine engine) {
        return engine == RealEngine.SQLITE ? "id integer primary key, " : "id bigint primary key, ";
    }

    private static String varchar(RealEngine engine, String column, int length, String more) {
        return switch (engine) {
            case SQLITE ->
                    "%1$s text %3$s check (length(%1$s) <= %2$d)".formatted(column, length, more);
            case POSTGRESQL, MARIADB -> "%s varchar(%d) %s".formatted(column, length, more);
        };
    }

    private String url(RealEngine engine) throws SQLException {
        return switch (engine) {
            case SQLITE -> "jdbc:sqlite:" + folder.data().resolve("notes.db");
            case POSTGRESQL -> PostgresServer.newUrl();
            case MARIADB -> {
                ServerDatabase.requireMariaDb();
                yield MariaDbServer.newUrl();
            }
        };
    }

    private HostBuilder host(String url) {
        return folder.host().setting("tenon.database.notes.url", url);
    }

    private DatabaseStatus status(String url) {
        try (var tools = host(url).tools()) {
            return tools.get(DatabaseAdministration.class).of("notes").status();
        }
    }
}
