package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.Plan;
import dev.tenon.core.PlanDetail;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.host.Host;
import dev.tenon.core.settings.SettingValue;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.OwnPostgres;
import dev.tenon.database.fixture.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where settings put databases, and what becomes of settings that cannot be. */
class DatabaseSettingsTest {

    private static final String SECRET = "kept%20to-ourselves";

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp).withItems("a").withItems("b");
    }

    @Test
    void theEnvironmentsNameOfThePathIsUnderstood() {
        var elsewhere = temp.resolve("elsewhere");
        try (var _ =
                Host.builder()
                        .plugins(folder.plugins())
                        .setting("DATABASE_PATH", elsewhere.toString())
                        .start()) {
            assertThat(elsewhere.resolve("a.db")).isRegularFile();
            assertThat(elsewhere.resolve("framework.db")).isRegularFile();
        }
    }

    @Test
    void oneDatabaseHasAnAddressOfItsOwn() throws Exception {
        var own = temp.resolve("own.db");
        try (var host =
                folder.host().setting("tenon.database.b.url", "jdbc:sqlite:" + own).start()) {
            insert(sessions(host, "sample.b"), "in own.db");

            assertThat(own).isRegularFile();
            assertThat(folder.data().resolve("a.db")).isRegularFile();
            assertThat(folder.data().resolve("b.db")).doesNotExist();
        }
    }

    @Test
    void theAddressOfAServerIsThatOfAllDatabases() throws Exception {
        var url = PostgresServer.newUrl();
        try (var host =
                folder.host()
                        .setting("DATABASE_URL", url)
                        .setting("tenon.database.provision", "schema")
                        .start()) {
            assertThat(error(host, "sample.a")).contains("STARTED");
            insert(sessions(host, "sample.a"), "on the server");

            assertThat(names(sessions(host, "sample.a"))).containsExactly("on the server");
            assertThat(names(sessions(host, "sample.b"))).isEmpty();
            assertThat(folder.data().resolve("a.db")).doesNotExist();
        }
        try (var host =
                folder.host()
                        .setting("tenon.database.a.url", url)
                        .setting("tenon.database.a.provision", "schema")
                        .start()) {
            assertThat(names(sessions(host, "sample.a"))).containsExactly("on the server");
            assertThat(folder.data().resolve("b.db")).isRegularFile();
        }
    }

    @Test
    void anAddressMayHoldUserAndPassword() throws Exception {
        try (var server = OwnPostgres.in(temp)) {
            server.run("create role boss login superuser password 'p@ss:w/rd'");
            var url =
                    server.url("postgres")
                            .replace("jdbc:postgresql://", "postgres://boss:p%40ss%3Aw%2Frd@");

            try (var host = folder.host().setting("tenon.database.url", url).start()) {
                insert(sessions(host, "sample.a"), "with a password");

                assertThat(names(sessions(host, "sample.a"))).containsExactly("with a password");
                assertThat(everythingTold(host.plan())).noneMatch(t -> t.contains("p@ss:w/rd"));
            }
        }
    }

    @Test
    void sectionsOfAFileSetAllDatabasesAndEach() throws Exception {
        var file =
                Files.writeString(
                        temp.resolve("settings.conf"),
                        """
                        [DEFAULT]
                        db_max_connections = 3
                        db_statement_timeout = 7s
                        SQLITE_SYNCHRONOUS = normal
                        [a]
                        db_url = jdbc:sqlite:%s/own.db
                        """
                                .formatted(temp));

        var plan = folder.host().settingsFile(file).plan();

        assertThat(plan.isClean()).as("%s", plan.problems()).isTrue();
        assertThat(value(plan, "tenon.database.max-connections"))
                .isEqualTo("3 from " + file + " line 2");
        assertThat(value(plan, "tenon.database.statement-timeout"))
                .isEqualTo("7s from " + file + " line 3");
        assertThat(value(plan, "tenon.database.synchronous"))
                .isEqualTo("normal from " + file + " line 4");
        folder.host().settingsFile(file).start().close();
        assertThat(temp.resolve("own.db")).isRegularFile();
        assertThat(folder.data().resolve("b.db")).isRegularFile();
    }

    @Test
    void wrongValuesArePlannedWithFileAndLine() throws Exception {
        var file =
                Files.writeString(
                        temp.resolve("settings.conf"),
                        """
                        [tenon.database]
                        max-connections = none
                        [tenon.database.a]
                        statement-timeout = soon
                        [tenon.database.b]
                        statement-timeot = 5s
                        """);

        var problems = folder.host().settingsFile(file).plan().problems();

        assertThat(problems)
                .extracting(Problem::message)
                .anySatisfy(m ->
                        assertThat(m)
                                .contains(
                                        "tenon.database.max-connections", "none", file + " line 2"))
                .anySatisfy(m ->
                        assertThat(m)
                                .contains(
                                        "tenon.database.a.statement-timeout",
                                        "soon",
                                        file + " line 4"));
        assertThat(problems).noneMatch(p -> p.code() == HostError.DECLARATION_UNREADABLE);
    }

    @Test
    void anAddressThatNobodyUnderstandsIsPlannedAndNotTold() {
        for (var url :
                List.of(
                        "ftp://user:" + SECRET + "@host/x",
                        "postgres://u:" + SECRET + "/%@",
                        "jdbc:oracle:thin:u/" + SECRET + "@h",
                        "jdbc:sqlite:",
                        "jdbc:sqlite:a?x=1")) {
            var plan = folder.host().setting("tenon.database.a.url", url).plan();

            assertThat(plan.problems())
                    .as(url)
                    .extracting(Problem::code)
                    .containsAnyOf(DatabaseError.BAD_SETTING, DatabaseError.NO_ENGINE);
            assertThat(everythingTold(plan)).noneMatch(t -> t.contains(SECRET));
            assertThat(plan.modules())
                    .filteredOn(m -> m.name().equals("sample.b"))
                    .allMatch(m -> m.state() == ModuleState.RESOLVED);
        }
    }

    @Test
    void aServerThatIsNotThereIsToldWithoutThePassword() throws Exception {
        try (var host =
                folder.host()
                        .setting(
                                "tenon.database.a.url",
                                "postgres://user:" + SECRET + "@localhost:1/x")
                        .setting("tenon.database.connect-limit", "0s")
                        .start()) {
            assertThat(error(host, "sample.a"))
                    .contains("DB-CONN-001", "localhost:1")
                    .doesNotContain(SECRET, "kept to-ourselves");
            assertThat(everythingTold(host.plan()))
                    .noneMatch(t -> t.contains(SECRET) || t.contains("kept to-ourselves"));
            assertThat(host.module("sample.b").state()).isEqualTo(ModuleState.STARTED);
        }
    }

    private static String value(Plan plan, String name) {
        return plan.settings().stream()
                .filter(s -> s.name().equals(name))
                .map(s -> s.value().orElse("") + " from " + s.origin().orElse("nowhere"))
                .findFirst()
                .orElse("no such setting");
    }

    private static List<String> everythingTold(Plan plan) {
        var details =
                plan.modules().stream().flatMap(m -> m.details().stream()).map(PlanDetail::text);
        var settings = plan.settings().stream().map(SettingValue::toString);
        var problems = plan.problems().stream().map(Problem::toString);
        return Stream.of(details, settings, problems, Stream.of(plan.toString()))
                .flatMap(s -> s)
                .toList();
    }
}
