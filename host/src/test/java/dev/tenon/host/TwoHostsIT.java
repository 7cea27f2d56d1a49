package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts that are started at the same moment. */
@DisabledOnOs(OS.WINDOWS)
class TwoHostsIT {

    private static final int ROUNDS = 10;
    private static final int SERVER_ROUNDS = 4;

    @TempDir Path folder;

    @Test
    void oneFolderOfDataHasOneHost() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            // New in every second round, so that the files are made at the same moment, too.
            var data = folder.resolve("data" + round / 2);
            try (var one = start("one", data);
                    var other = start("other", data)) {
                var both = List.of(one, other);
                for (var host : both) {
                    host.awaitErr("The host runs until");
                }
                var up = both.stream().filter(h -> h.err().has(" ms: 4 STARTED.")).toList();
                assertThat(up).as(one.err() + "\n" + other.err()).hasSize(1);
                var refused = both.get(1 - both.indexOf(up.getFirst())).err();
                assertThat(refused.has("DB-CONN-012: The module sample.notes")).isTrue();
                assertThat(refused.has("in use by the process " + up.getFirst().process().pid()))
                        .as(refused.toString())
                        .isTrue();
                for (var host : both) {
                    host.signal("TERM");
                    assertThat(host.finish().exitCode()).isEqualTo(143);
                }
            }
        }
    }

    /** The second may not take what the first has made: it does not have its passwords. */
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void oneDatabaseOnAServerIsMadeByOneHostAndTheOtherIsToldSo() throws Exception {
        try (var server = server()) {
            for (int round = 0; round < SERVER_ROUNDS; round++) {
                try (var one = check("one", folder.resolve("data1-" + round), server, round);
                        var other =
                                check("other", folder.resolve("data2-" + round), server, round)) {
                    var both = List.of(one.finish(), other.finish());
                    assertThat(both)
                            .extracting(Tenon.Finished::exitCode)
                            .as(both.toString())
                            .containsExactlyInAnyOrder(0, 1);
                    var refused = both.get(both.get(0).exitCode() == 0 ? 1 : 0);
                    assertThat(refused.err())
                            .contains(
                                    "DB-CONN-010: The module sample.notes has failed",
                                    "The role r" + round + "_notes cannot open its database",
                                    "copy that host's file");
                }
            }
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void hostsWithTheSamePasswordsShareTheDatabasesOfAServer() throws Exception {
        var data = folder.resolve("data");
        try (var server = server()) {
            for (int round = 0; round < SERVER_ROUNDS; round++) {
                try (var one = check("one", data, server, round);
                        var other = check("other", data, server, round)) {
                    for (var host : List.of(one, other)) {
                        var ended = host.finish();
                        assertThat(ended.exitCode()).as(ended.err()).isZero();
                        assertThat(ended.err()).doesNotContain("WARNING", "SEVERE");
                    }
                }
            }
        }
    }

    /** Starts a server that asks everybody but its superuser for a password. */
    private EmbeddedPostgres server() throws Exception {
        var data = folder.resolve("postgres");
        var server = EmbeddedPostgres.builder().setDataDirectory(data).start();
        Files.writeString(
                data.resolve("pg_hba.conf"),
                """
                local all postgres trust
                host all postgres all trust
                host all all all scram-sha-256
                """);
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
        return server;
    }

    private Tenon.Running check(String name, Path data, EmbeddedPostgres server, int round)
            throws Exception {
        return start(
                name,
                data,
                "--check",
                "--set=tenon.database.url=jdbc:postgresql://localhost:" + server.getPort() + "/",
                "--set=tenon.database.user=postgres",
                "--set=tenon.database.provision-prefix=r" + round + "_");
    }

    private Tenon.Running start(String name, Path data, String... settings) throws Exception {
        var arguments = new String[settings.length + 1];
        arguments[0] = "run";
        System.arraycopy(settings, 0, arguments, 1, settings.length);
        return new Tenon(Files.createDirectories(folder.resolve(name)))
                .with("TENON_PLUGINS", Plugins.SAMPLES.toString())
                .with("TENON_DATABASE_PATH", data.toString())
                .start(arguments);
    }
}
