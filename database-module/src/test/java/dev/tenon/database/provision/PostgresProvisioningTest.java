package dev.tenon.database.provision;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.engine.Provisioning;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.fixture.OwnPostgres;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.database.internal.engine.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class PostgresProvisioningTest {

    @TempDir static Path folder;
    @TempDir static Path secrets;
    private static OwnPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = OwnPostgres.in(folder);
        server.run("create role limited login password 'limited'");
        server.run("create role maker login createdb createrole password 'maker'");
        server.run("create database shared");
        server.run("create extension dblink");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private StoreSettings asSuperuser(String name) {
        return StoreSettings.of(name, server.url("")).with("user", "postgres");
    }

    private StoreSettings provide(StoreSettings settings) {
        return provisioning(settings).provide(settings, secrets);
    }

    private static Provisioning provisioning(StoreSettings settings) {
        return Engines.provided().of(settings).provisioning().orElseThrow();
    }

    @Test
    void anAddressWithoutADatabaseIsAServer() {
        for (var url :
                List.of(
                        "jdbc:postgresql://h/",
                        "jdbc:postgresql://h:1",
                        "jdbc:postgresql://h/?ssl=true")) {
            var settings = StoreSettings.of("notes", url);
            assertThat(provisioning(settings).isWanted(settings)).isTrue();
            var never = settings.with("provision", "none");
            assertThat(provisioning(never).isWanted(never)).isFalse();
        }
        var own = StoreSettings.of("notes", "jdbc:postgresql://h/notes");
        assertThat(provisioning(own).isWanted(own)).isFalse();
        var schema = own.with("provision", "schema");
        assertThat(provisioning(schema).isWanted(schema)).isTrue();
        var wrong = own.with("provision", "everything");
        failure(DatabaseError.BAD_SETTING, () -> provisioning(wrong).isWanted(wrong));
    }

    @Test
    void aModuleGetsADatabaseAndARoleOfItsOwn() throws Exception {
        var own = provide(asSuperuser("first"));
        try (var database = ServerDatabase.open(own)) {
            assertThat(database.one(String.class, "select current_user::text"))
                    .isEqualTo("tenon_first");
            assertThat(database.one(String.class, "select current_database()::text"))
                    .isEqualTo("tenon_first");
            database.run("create table note(id int)");
            database.run("insert into note values (1)");
        }
        var file = secrets.resolve("first.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(own.toString()).doesNotContain(Files.readString(file).strip());
        // Once more, without a user who could make anything.
        var again = provide(asSuperuser("first").with("user", "nobody"));
        try (var database = ServerDatabase.open(again)) {
            assertThat(database.one(Long.class, "select count(*) from note")).isOne();
        }
    }

    @Test
    void somebodyWhoMayMakeDatabasesAndRolesIsEnough() {
        var settings =
                StoreSettings.of("made", server.url(""))
                        .with("user", "maker")
                        .with("password", "maker");
        try (var database = ServerDatabase.open(provide(settings))) {
            database.run("create table note(id int)");
        }
    }

    @Test
    void whoMayNotMakeThemIsToldWhatIsMissing() {
        var settings =
                StoreSettings.of("refused", server.url(""))
                        .with("user", "limited")
                        .with("password", "limited");
        var e = failure(DatabaseError.NOT_PROVIDED, () -> provide(settings));
        assertThat(e.getMessage())
                .contains(
                        "permission denied to create role",
                        "CREATE ROLE \"tenon_refused\"",
                        "CREATE DATABASE \"tenon_refused\"",
                        secrets.resolve("refused.password").toString());
    }

    /** What an administrator has made by hand is used. */
    @Test
    void whatIsThereIsUsedByThoseWhoMayMakeNothing() throws Exception {
        var settings =
                StoreSettings.of("byhand", server.url(""))
                        .with("user", "limited")
                        .with("password", "limited");
        failure(DatabaseError.NOT_PROVIDED, () -> provide(settings));
        var password = Files.readString(secrets.resolve("byhand.password")).strip();
        server.run("create role tenon_byhand login password '" + password + "'");
        server.run("create database tenon_byhand owner tenon_byhand");
        try (var database = ServerDatabase.open(provide(settings))) {
            database.run("create table note(id int)");
        }
    }

    @Test
    void aRoleOrDatabaseOfSomebodyElseIsLeftAlone() throws Exception {
        server.run("create role tenon_foreign login superuser password 'x'");
        var e = failure(DatabaseError.NOT_PROVIDED, () -> provide(asSuperuser("foreign")));
        assertThat(e.getMessage()).contains("was not made by Tenon", "provision-prefix");
        server.run("create database tenon_theirs owner limited");
        e = failure(DatabaseError.NOT_PROVIDED, () -> provide(asSuperuser("theirs")));
        assertThat(e.getMessage()).contains("belongs to limited");
        provide(asSuperuser("theirs").with("provision-prefix", "ours_"));
    }

    @Test
    void aRoleOfAnotherHostKeepsItsPassword() throws Exception {
        provide(asSuperuser("both"));
        Files.delete(secrets.resolve("both.password"));
        var e = failure(DatabaseError.NOT_PROVIDED, () -> provide(asSuperuser("both")));
        assertThat(e.getMessage()).contains("another password", "copy that host's file");
    }

    @Test
    void aPasswordThatOthersMayReadIsNotUsed() throws Exception {
        provide(asSuperuser("open"));
        Files.setPosixFilePermissions(
                secrets.resolve("open.password"), PosixFilePermissions.fromString("rw-r--r--"));
        var e = failure(DatabaseError.NOT_PERMITTED, () -> provide(asSuperuser("open")));
        assertThat(e.getMessage()).contains("chmod 600");
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
                                        return provide(asSuperuser("raced"));
                                    }))
                            .toList();
            for (var host : hosts) {
                try (var database = ServerDatabase.open(host.get())) {
                    assertThat(database.one(Integer.class, "select 1")).isOne();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    select * from tenon_victim.public.secret                    | cross-database
                    create schema x authorization tenon_victim                  | must be able to SET ROLE
                    select set_config('role', 'tenon_victim', false)            | permission denied to set role
                    select set_config('session_authorization', 'tenon_victim', false) | permission denied
                    create extension dblink                                     | permission denied
                    create extension postgres_fdw                               | permission denied
                    copy (select 1) to program 'id'                             | permission denied
                    copy (select 1) to '/tmp/x'                                 | permission denied
                    select pg_read_file('/etc/passwd')                          | permission denied
                    select lo_import('/etc/passwd')                             | permission denied
                    select pg_terminate_backend(pid) from pg_stat_activity where usesysid = 10 | permission denied
                    create database mine                                        | permission denied
                    create role mine                                            | permission denied
                    alter role tenon_intruder superuser                         | permission denied
                    alter role tenon_victim password 'x'                        | permission denied
                    grant tenon_victim to tenon_intruder                        | permission denied
                    alter database tenon_victim owner to tenon_intruder         | must be owner
                    drop database tenon_victim                                  | must be owner
                    select rolpassword from pg_authid                           | permission denied
                    alter system set log_statement = 'all'                      | permission denied
                    """)
    void theRoleOfAModuleReachesNothingElseBySql(String sql, String refusal) throws Exception {
        try (var database = ServerDatabase.open(provide(asSuperuser("victim")))) {
            database.run("create table if not exists secret(t text)");
        }
        var intruder = provide(asSuperuser("intruder"));
        // Without a session, which would refuse some of it by itself.
        try (var connection =
                        DriverManager.getConnection(
                                intruder.url(),
                                intruder.option("user").orElseThrow(),
                                intruder.option("password").orElseThrow());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining(refusal);
        }
    }

    @Test
    void theRoleOfAModuleCannotConnectToWhatIsOfAnother() throws Exception {
        provide(asSuperuser("neighbour"));
        var own = provide(asSuperuser("curious"));
        var user = own.option("user").orElseThrow();
        var password = own.option("password").orElseThrow();
        assertThatThrownBy(() ->
                        DriverManager.getConnection(server.url("tenon_neighbour"), user, password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                server.url("tenon_neighbour"), "tenon_neighbour", password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        server.run("revoke connect on database postgres, template1, shared from public");
        try {
            for (var other : List.of("postgres", "template1", "shared")) {
                assertThatThrownBy(() ->
                                DriverManager.getConnection(server.url(other), user, password))
                        .isInstanceOf(SQLException.class);
            }
        } finally {
            server.run("grant connect on database postgres, template1, shared to public");
        }
    }

    @Test
    void aSchemaOfAModuleIsItsOwn() throws Exception {
        var neighbour = provide(inShared("neighbour2"));
        try (var database = ServerDatabase.open(neighbour)) {
            database.run("create table secret(t text)");
        }
        try (var database = ServerDatabase.open(provide(inShared("curious2")))) {
            database.run("create table note(id int)");
            assertThat(database.one(String.class, "select current_schema()::text"))
                    .isEqualTo("tenon_curious2");
            for (var sql :
                    List.of(
                            "select * from tenon_neighbour2.secret",
                            "create table tenon_neighbour2.x(id int)",
                            "create table public.x(id int)",
                            "create schema x",
                            "drop schema tenon_neighbour2 cascade")) {
                assertThatThrownBy(() -> database.maps(sql)).isInstanceOf(Exception.class);
                assertThatThrownBy(() -> database.run(sql)).isInstanceOf(Exception.class);
            }
        }
        try (var database = ServerDatabase.open(provide(inShared("curious2").with("user", "no")))) {
            assertThat(database.one(Long.class, "select count(*) from note")).isZero();
        }
    }

    private StoreSettings inShared(String name) {
        return StoreSettings.of(name, server.url("shared"))
                .with("user", "postgres")
                .with("provision", "schema");
    }

    @ParameterizedTest
    @CsvSource({"postgres,''", "maker,maker"})
    void whatWasMadeIsRemovedAndCanBeMadeAgain(String user, String password) throws Exception {
        var settings =
                StoreSettings.of("removed_by_" + user, server.url(""))
                        .with("user", user)
                        .with("password", password);
        try (var database = ServerDatabase.open(provide(settings))) {
            database.run("create table note(id int)");
        }

        provisioning(settings).remove(settings, secrets);
        provisioning(settings).remove(settings, secrets);

        assertThat(secrets.resolve(settings.database() + ".password")).doesNotExist();
        try (var database = ServerDatabase.open(provide(settings))) {
            assertThat(
                            database.rows(
                                    String.class,
                                    "select tablename::text from pg_tables"
                                            + " where schemaname = 'public'"))
                    .isEmpty();
        }
    }

    @Test
    void aSchemaIsRemovedAndTheDatabaseThatItIsInStays() throws Exception {
        var settings =
                StoreSettings.of("schemed", server.url("shared"))
                        .with("user", "postgres")
                        .with("provision", "schema");
        try (var database = ServerDatabase.open(provide(settings))) {
            database.run("create table note(id int)");
        }

        provisioning(settings).remove(settings, secrets);

        try (var admin = DriverManager.getConnection(server.url("shared"), "postgres", "");
                var statement = admin.createStatement();
                var rows =
                        statement.executeQuery(
                                "select 1 from pg_namespace where nspname = 'tenon_schemed' union"
                                        + " all select 1 from pg_roles where rolname ="
                                        + " 'tenon_schemed'")) {
            assertThat(rows.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create view public.report as select id from tenon_built_on.note",
                "create table tenon_built_on.of_others(id int)"
            })
    void whatOthersHaveBuiltOnASchemaKeepsIt(String built) throws Exception {
        var settings =
                StoreSettings.of("built_on", server.url("shared"))
                        .with("user", "postgres")
                        .with("provision", "schema");
        try (var database = ServerDatabase.open(provide(settings))) {
            database.run("create table note(id int)");
        }
        try (var admin = DriverManager.getConnection(server.url("shared"), "postgres", "");
                var statement = admin.createStatement()) {
            statement.execute(built);

            var e =
                    failure(
                            DatabaseError.NOT_REMOVED,
                            () -> provisioning(settings).remove(settings, secrets));

            assertThat(e.getMessage()).contains("other objects depend on");
            try (var rows = statement.executeQuery("select id from tenon_built_on.note")) {
                assertThat(rows.next()).isFalse();
            }
            statement.execute(built.replaceFirst("create (\\w+ [a-z._]+).*", "drop $1"));
        }
        provisioning(settings).remove(settings, secrets);
        assertThat(secrets.resolve("built_on.password")).doesNotExist();
    }

    @Test
    void aRoleThatTenonHasNotMadeStaysWithItsDatabaseAndItsPassword() throws Exception {
        server.run("create role tenon_strange login");
        server.run("create database tenon_strange owner tenon_strange");
        var password = Files.writeString(secrets.resolve("strange.password"), "x");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        var settings = asSuperuser("strange");

        var e =
                failure(
                        DatabaseError.NOT_REMOVED,
                        () -> provisioning(settings).remove(settings, secrets));

        assertThat(e.getMessage()).contains("The role was not made by Tenon");
        assertThat(password).exists();
        try (var admin = DriverManager.getConnection(server.url("tenon_strange"), "postgres", "")) {
            assertThat(admin.isValid(5)).isTrue();
        }
    }

    @Test
    void whoMayNotRemoveItIsToldWhatToRun() {
        provide(asSuperuser("kept"));
        var settings =
                StoreSettings.of("kept", server.url(""))
                        .with("user", "limited")
                        .with("password", "limited");

        var e =
                failure(
                        DatabaseError.NOT_REMOVED,
                        () -> provisioning(settings).remove(settings, secrets));

        assertThat(e.getMessage())
                .contains("DROP DATABASE \"tenon_kept\"; DROP ROLE \"tenon_kept\";");
        assertThat(secrets.resolve("kept.password")).exists();
    }
}
