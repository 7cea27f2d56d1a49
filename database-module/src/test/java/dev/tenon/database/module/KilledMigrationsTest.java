package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.host.Host;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.HostProcess;
import dev.tenon.database.fixture.MariaDbServer;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever kills a host in the middle of a migration finds the database as it was before. */
class KilledMigrationsTest {

    private static final int ROUNDS = 20;
    private static final long LONGEST_MILLIS = 700;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String FIRST =
            "create table note (id integer, title varchar(40)); insert into note values (1, 'old');";

    @TempDir Path temp;

    /** Ten statements of which each takes a while; without tables where they cannot be undone. */
    private static String second(RealEngine engine) {
        var rows =
                switch (engine) {
                    case SQLITE ->
                            "insert into note with recursive n(i) as (select 2 union all select i + 1"
                                    + " from n where i < 40000) select i, 'new' from n;";
                    case POSTGRESQL ->
                            "insert into note select i, 'new' from generate_series(2, 40000) i;";
                    case MARIADB -> "insert into note select seq, 'new' from seq_2_to_40000;";
                };
        return IntStream.range(0, 5)
                .mapToObj(i ->
                        rows
                                + (engine == RealEngine.MARIADB
                                        ? rows
                                        : "create table t%d (id integer);".formatted(i)))
                .collect(Collectors.joining("\n"));
    }

    private static PluginSource notes() {
        return HostFolder.plugin(
                        "sample.notes",
                        "1.0",
                        "@dev.tenon.database.Database(name = \"notes\")",
                        HostFolder.SHOWS_ITS_SESSIONS)
                .resource("migrations/V1__notes.sql", FIRST);
    }

    @ParameterizedTest
    @EnumSource
    void theOldDataAreWholeAndTheNextStartFinishes(RealEngine engine) throws Exception {
        var random = new Random(5);
        int killedInTime = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var folder = new HostFolder(Files.createDirectory(temp.resolve("r" + round)));
            var url = url(engine, folder);
            var plugin = folder.write(notes());
            try (var host = host(folder, url)) {
                assertThat(titles(host)).containsExactly("old");
            }
            notes().resource("migrations/V2__rows.sql", second(engine)).jar(plugin);

            kill(folder, url, random);

            try (var found = ServerDatabase.open(settings(url))) {
                var versions =
                        found.rows(
                                String.class,
                                "select version from tenon_migration where success and version <> '0'"
                                        + " order by installed_rank");
                assertThat(versions).isIn(List.of("1"), List.of("1", "2"));
                if (versions.size() == 1) {
                    killedInTime++;
                    assertThat(found.rows(String.class, "select title from note"))
                            .containsExactly("old");
                }
            }
            try (var host = host(folder, url)) {
                long expected = engine == RealEngine.MARIADB ? 399_991 : 199_996;
                assertThat(
                                sessions(host, "sample.notes")
                                        .<Long>read(s ->
                                                s.query("select count(*) from note")
                                                        .one(Long.class)))
                        .isEqualTo(expected);
            }
        }
        assertThat(killedInTime).isPositive();
    }

    private static dev.tenon.database.engine.StoreSettings settings(String url) {
        return dev.tenon.database.engine.StoreSettings.of("notes", url);
    }

    private static String url(RealEngine engine, HostFolder folder)
            throws SQLException, IOException {
        return switch (engine) {
            case SQLITE ->
                    "jdbc:sqlite:" + Files.createDirectories(folder.data()).resolve("notes.db");
            case POSTGRESQL -> PostgresServer.newUrl();
            case MARIADB -> {
                ServerDatabase.requireMariaDb();
                yield MariaDbServer.newUrl();
            }
        };
    }

    private static Host host(HostFolder folder, String url) {
        return folder.host().setting("tenon.database.notes.url", url).start();
    }

    private static List<String> titles(Host host) {
        return sessions(host, "sample.notes")
                .read(s -> s.query("select title from note").list(String.class));
    }

    /** Kills a host some moments after it has begun to migrate. */
    private static void kill(HostFolder folder, String url, Random random) throws Exception {
        try (var host = HostProcess.start(folder, "tenon.database.notes.url", url)) {
            long begun = System.nanoTime();
            while (!Files.readString(HostProcess.errors(folder)).contains("2 \"rows\"")) {
                if (System.nanoTime() - begun > LIMIT.toNanos()) {
                    throw new AssertionError(Files.readString(HostProcess.errors(folder)));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(LONGEST_MILLIS)));
            host.kill();
        }
    }
}
