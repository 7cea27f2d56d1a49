package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.SHOWS_ITS_SESSIONS;
import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.database.fixture.CapturedLog;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.LogLines;
import dev.tenon.database.fixture.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of a module that declares no tables. */
class UnclaimedDatabasesTest {

    @TempDir Path temp;

    @Test
    void aUserWhoMayNotCreateTablesHasItAllTheSameAndTheLogSaysSoOnce() throws Exception {
        String url;
        try (var administrator = PostgresServer.newDatabase();
                var statement = administrator.createStatement()) {
            var name = administrator.getCatalog();
            statement.execute("create role reader_" + name + " login");
            statement.execute("revoke create on schema public from public");
            statement.execute("create table made_before as select 7 as n");
            statement.execute("grant select on made_before to public");
            url = PostgresServer.url(name).replace("user=postgres", "user=reader_" + name);
        }
        var folder =
                new HostFolder(temp)
                        .with(
                                plugin(
                                        "sample.a",
                                        "1.0",
                                        "@Database(name = \"a\")",
                                        SHOWS_ITS_SESSIONS));
        try (var log = new CapturedLog("dev.tenon.database.internal.opening.OpenDatabase");
                var failures = new LogLines("dev.tenon.database");
                var host = folder.host().setting("tenon.database.a.url", url).start()) {
            assertThat(host.module("sample.a").state())
                    .as("%s", error(host, "sample.a"))
                    .isEqualTo(ModuleState.STARTED);
            int n =
                    sessions(host, "sample.a")
                            .read(s -> s.query("select n from made_before").one(Integer.class));
            assertThat(n).isEqualTo(7);
            assertThat(failures.errors()).isEmpty();
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains("is not recorded as that of the module");
        }
    }
}
