package dev.tenon.database.provision;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.engine.Provisioning;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.fixtures.MariaDbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MariaDbProvisioningTest {

    @TempDir static Path secrets;

    @BeforeAll
    static void requireServer() {
        ServerDatabase.requireMariaDb();
    }

    private static StoreSettings asAdministrator(String name) {
        return StoreSettings.of(name, MariaDbServer.url("").replaceFirst("\\?.*", ""))
                .with("user", "tenon");
    }

    private static StoreSettings provide(StoreSettings settings) {
        return provisioning(settings).provide(settings, secrets);
    }

    private static Provisioning provisioning(StoreSettings settings) {
        return Engines.provided().of(settings).provisioning().orElseThrow();
    }

    @Test
    void anAddressWithoutADatabaseIsAServer() {
        for (var url : List.of("jdbc:mariadb://h/", "jdbc:mysql://h:1", "jdbc:mariadb://h?a=b")) {
            var settings = StoreSettings.of("notes", url);
            assertThat(provisioning(settings).isWanted(settings)).isTrue();
        }
        var own = StoreSettings.of("notes", "jdbc:mariadb://h/notes?a=b");
        assertThat(provisioning(own).isWanted(own)).isFalse();
    }

    @Test
    void aModuleGetsADatabaseAndAUserOfItsOwn() {
        try (var database = ServerDatabase.open(provide(asAdministrator("first")))) {
            assertThat(database.one(String.class, "select substring_index(current_user(), '@', 1)"))
                    .isEqualTo("tenon_first");
            database.run("create table note(id int)");
        }
        try (var database =
                ServerDatabase.open(provide(asAdministrator("first").with("user", "nobody")))) {
            assertThat(database.one(Long.class, "select count(*) from note")).isZero();
        }
    }

    /** An underscore in the name of a database stands for any character in a GRANT. */
    @Test
    void aUserReachesNothingElse() throws Exception {
        provide(asAdministrator("victim"));
        provide(asAdministrator("a_b").with("provision-prefix", "p_"));
        try (var admin = MariaDbServer.newDatabase();
                var statement = admin.createStatement()) {
            statement.execute("create or replace database pxaxb");
            statement.execute("create table pxaxb.secret(t int)");
        }
        var own = provide(asAdministrator("a_b").with("provision-prefix", "p_"));
        try (var database = ServerDatabase.open(own)) {
            for (var sql :
                    List.of(
                            "select * from pxaxb.secret",
                            "create table pxaxb.x(id int)",
                            "create table tenon_victim.x(id int)",
                            "select * from mysql.user",
                            "create database mine",
                            "create user mine",
                            "drop database tenon_victim",
                            "grant all on tenon_victim.* to p_a_b",
                            "set password for tenon_victim = password('x')",
                            "select 1 into outfile '/tmp/kp-x'")) {
                assertThatThrownBy(() -> database.run(sql)).as(sql).isInstanceOf(Exception.class);
            }
            assertThat(database.rows(String.class, "show databases"))
                    .containsExactlyInAnyOrder("information_schema", "p_a_b");
        }
        var password = own.option("password").orElseThrow();
        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                MariaDbServer.url("tenon_victim").replaceFirst("\\?.*", ""),
                                "tenon_victim",
                                password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }

    @Test
    void whoMayNotMakeThemIsToldWhatIsMissing() throws Exception {
        try (var admin = MariaDbServer.newDatabase();
                var statement = admin.createStatement()) {
            statement.execute("create or replace user limited identified by 'limited'");
        }
        var settings =
                asAdministrator("refused").with("user", "limited").with("password", "limited");
        var e = failure(DatabaseError.NOT_PROVIDED, () -> provide(settings));
        assertThat(e.getMessage())
                .contains(
                        "CREATE USER 'tenon_refused'",
                        "CREATE DATABASE `tenon_refused`",
                        "GRANT ALL")
                .doesNotContain(Files.readString(secrets.resolve("refused.password")).strip());
    }

    @Test
    void aUserOfAnotherHostKeepsItsPassword() throws Exception {
        provide(asAdministrator("both"));
        Files.delete(secrets.resolve("both.password"));
        var e = failure(DatabaseError.NOT_PROVIDED, () -> provide(asAdministrator("both")));
        assertThat(e.getMessage()).contains("another password", "copy that host's file");
    }

    @Test
    void twoHostsAtOnceMakeOneDatabase() throws Exception {
        var together = new CyclicBarrier(4);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var hosts =
                    IntStream.range(0, 4)
                            .mapToObj(i ->
                                    executor.submit(() -> {
                                        together.await(30, TimeUnit.SECONDS);
                                        return provide(asAdministrator("raced"));
                                    }))
                            .toList();
            for (var host : hosts) {
                try (var database = ServerDatabase.open(host.get())) {
                    assertThat(database.one(Integer.class, "select 1")).isOne();
                }
            }
        }
    }

    @Test
    void whatWasMadeIsRemovedAndCanBeMadeAgain() {
        var settings = asAdministrator("removed");
        try (var database = ServerDatabase.open(provide(settings))) {
            database.run("create table note(id int)");
        }

        provisioning(settings).remove(settings, secrets);
        provisioning(settings).remove(settings, secrets);

        assertThat(secrets.resolve("removed.password")).doesNotExist();
        try (var database = ServerDatabase.open(provide(settings))) {
            assertThat(database.rows(String.class, "show tables")).isEmpty();
        }
    }

    @Test
    void whoMayNotRemoveItIsToldWhatToRun() throws Exception {
        provide(asAdministrator("kept"));
        try (var admin = MariaDbServer.newDatabase();
                var statement = admin.createStatement()) {
            statement.execute("create or replace user limited identified by 'limited'");
        }
        var settings = asAdministrator("kept").with("user", "limited").with("password", "limited");

        var e =
                failure(
                        DatabaseError.NOT_REMOVED,
                        () -> provisioning(settings).remove(settings, secrets));

        assertThat(e.getMessage())
                .contains("DROP DATABASE IF EXISTS `tenon_kept`; DROP USER IF EXISTS 'tenon_kept'");
        assertThat(secrets.resolve("kept.password")).exists();
    }
}
