package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.database.fixture.DatabaseState;
import dev.tenon.database.fixture.HardShape;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.MariaDbServer;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A module whose first migration makes the hard shape. */
class HardShapeMigrationsTest {

    @TempDir Path temp;
    private String url = "";

    @ParameterizedTest
    @EnumSource
    void itComesBackAsItWasWhenTheNextMigrationFails(RealEngine engine) throws Exception {
        var folder = new HostFolder(temp);
        url = url(engine, folder);
        var jar = folder.write(module(engine));
        try (var host = host(folder).start()) {
            assertThat(host.module("sample.notes").state())
                    .as("%s", error(host, "sample.notes"))
                    .isEqualTo(ModuleState.STARTED);
        }
        var before = state(engine);
        assertThat(before.rows()).hasSizeGreaterThan(8);
        var wreck = wreck(engine);

        module(engine)
                .resource("migrations/V2__wreck.sql", wreck + "insert into missing values (1);\n")
                .jar(jar);
        try (var host = host(folder).start()) {
            assertThat(error(host, "sample.notes"))
                    .contains("DB-MIG-010", "insert into missing values (1)");
        }
        assertThat(state(engine)).isEqualTo(before);

        module(engine).resource("migrations/V2__wreck.sql", wreck).jar(jar);
        try (var host = host(folder).start()) {
            assertThat(host.module("sample.notes").state())
                    .as("%s", error(host, "sample.notes"))
                    .isEqualTo(ModuleState.STARTED);
        }
        assertThat(state(engine)).isNotEqualTo(before);
    }

    private static PluginSource module(RealEngine engine) {
        return plugin("sample.notes", "1.0", "@Database(name = \"notes\")", "")
                .resource("migrations/V1__hard.sql", HardShape.script(engine));
    }

    private static String wreck(RealEngine engine) {
        return switch (engine) {
            case SQLITE ->
                    """
                    drop trigger judged;
                    drop view sizes;
                    delete from "order" where id = 1;
                    alter table "line item" rename to "items; all";
                    update "Größe ""in; cm""\" set raw = x'00';
                    drop table untyped;
                    """;
            case POSTGRESQL ->
                    """
                    drop table line cascade;
                    alter type mood add value 'new';
                    drop function told cascade;
                    update person set "größe; cm" = 1;
                    alter table team rename to teams;
                    """;
            case MARIADB ->
                    """
                    drop view `view of views`;
                    drop view a_view;
                    drop procedure add_line;
                    alter table person drop foreign key parent_fk, add column half int;
                    update person set name = 'other';
                    rename table team to teams;
                    delete from `order` where `group` = 0;
                    """;
        };
    }

    private static String url(RealEngine engine, HostFolder folder) throws SQLException {
        return switch (engine) {
            case SQLITE -> "jdbc:sqlite:" + folder.data().resolve("notes.db");
            case POSTGRESQL -> PostgresServer.newUrl();
            case MARIADB -> {
                ServerDatabase.requireMariaDb();
                yield MariaDbServer.newUrl();
            }
        };
    }

    private HostBuilder host(HostFolder folder) {
        return folder.host().setting("tenon.database.notes.url", url);
    }

    private DatabaseState state(RealEngine engine) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            return DatabaseState.of(engine, connection);
        }
    }
}
