package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.SHOWS_ITS_SESSIONS;
import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.items;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.MariaDbServer;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules without migrations, whose tables are made from their model, on each engine. */
class ModelledModulesTest {

    private static final String DATABASE =
            "@Database(name = \"a\", entities = {Main.Item.class, Main.Label.class})";

    @TempDir Path temp;

    @ParameterizedTest
    @EnumSource
    void theTablesAreMadeOnceAndGetWhatTheNextModelHasMore(RealEngine engine) throws SQLException {
        var folder = new HostFolder(temp);
        var jar = folder.write(items("sample.a", "1.0", "a"));
        var host = host(engine, folder);
        try (var running = started(host)) {
            insert(sessions(running, "sample.a"), "kept");
        }
        started(host).close();
        plugin(
                        "sample.a",
                        "2.0",
                        DATABASE,
                        "@Entity public record Item(@Id @jakarta.persistence.Column(length = 100)"
                                + " String name, @jakarta.persistence.Column(length = 40) String"
                                + " colour) {}"
                                + "@Entity public record Label(@Id long id, String text) {}"
                                + SHOWS_ITS_SESSIONS)
                .jar(jar);

        try (var running = started(host)) {
            sessions(running, "sample.a")
                    .<Object>write(s -> {
                        s.execute("insert into item values ('new', 'red')");
                        return s.execute("insert into label values (1, 'one')");
                    });
            assertThat(names(sessions(running, "sample.a"))).containsExactly("kept", "new");
        }
        started(host).close();
    }

    @ParameterizedTest
    @EnumSource
    void whatWouldLoseSomethingIsRefusedAndLosesNothing(RealEngine engine) throws SQLException {
        var folder = new HostFolder(temp);
        var jar = folder.write(items("sample.a", "1.0", "a"));
        var host = host(engine, folder);
        try (var running = started(host)) {
            insert(sessions(running, "sample.a"), "kept");
        }
        plugin(
                        "sample.a",
                        "2.0",
                        "@Database(name = \"a\", entities = Main.Item.class)",
                        "@Entity public record Item(@Id long id) {}" + SHOWS_ITS_SESSIONS)
                .jar(jar);
        try (var running = host.start()) {
            assertThat(error(running, "sample.a"))
                    .contains("DB-SCH-019", "What would be lost", "'name' of the table 'item'");
        }
        items("sample.a", "1.0", "a").jar(jar);

        try (var running = started(host)) {
            assertThat(names(sessions(running, "sample.a"))).containsExactly("kept");
        }
    }

    private static HostBuilder host(RealEngine engine, HostFolder folder) throws SQLException {
        return switch (engine) {
            case SQLITE -> folder.host();
            case POSTGRESQL ->
                    folder.host().setting("tenon.database.a.url", PostgresServer.newUrl());
            case MARIADB -> {
                ServerDatabase.requireMariaDb();
                yield folder.host().setting("tenon.database.a.url", MariaDbServer.newUrl());
            }
        };
    }

    private static Host started(HostBuilder builder) {
        var host = builder.start();
        assertThat(host.module("sample.a").state())
                .as("%s", error(host, "sample.a"))
                .isEqualTo(ModuleState.STARTED);
        return host;
    }
}
