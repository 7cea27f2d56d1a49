package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.SHOWS_ITS_SESSIONS;
import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.PostgresServer;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.fixtures.MariaDbServer;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an entity can consist of, on each engine. */
class EntitiesOnEnginesTest {

    @TempDir Path temp;

    @ParameterizedTest
    @EnumSource
    void theValuesOfCollectionsGoWithTheirRow(RealEngine engine) throws SQLException {
        try (var running = started(host(engine, folderWith(collections())))) {
            var sessions = sessions(running, "sample.a");
            write(
                    sessions,
                    "insert into item(name) values ('a'), ('b')",
                    "insert into item_tags(item_name, tags) values ('a', 'RED'), ('b', 'RED')",
                    "insert into item_marks(item_name, marks_order, marks)"
                            + " values ('a', 0, 7), ('a', 1, 7)");

            assertThatThrownBy(() ->
                            write(
                                    sessions,
                                    "insert into item_tags(item_name, tags) values ('a', 'RED')"))
                    .isInstanceOf(ConstraintViolationException.class);
            assertThatThrownBy(() ->
                            write(
                                    sessions,
                                    "insert into item_tags(item_name, tags) values ('c', 'RED')"))
                    .isInstanceOf(ConstraintViolationException.class);

            write(sessions, "delete from item where name = 'a'");

            assertThat(texts(sessions, "select item_name from item_tags")).containsExactly("b");
            assertThat(texts(sessions, "select item_name from item_marks")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheNextModelHasMoreOrOtherwiseNamedIsAddedAndRenamed(RealEngine engine)
            throws SQLException {
        var folder = new HostFolder(temp);
        var jar = folder.write(collections());
        var host = host(engine, folder);
        try (var running = started(host)) {
            write(
                    sessions(running, "sample.a"),
                    "insert into item(name) values ('a')",
                    "insert into item_tags(item_name, tags) values ('a', 'RED')");
        }
        started(host).close();
        model(
                        "2.0",
                        "Thing",
                        """
                        @RenamedFrom("item")
                        @Entity public record Thing(
                            @Id @jakarta.persistence.Column(length = 100) String name,
                            @RenamedFrom("tags") @ElementCollection Set<Colour> labels,
                            @ElementCollection List<Integer> marks,
                            @ElementCollection Collection<java.time.Instant> times) {}
                        public enum Colour { RED }
                        """)
                .jar(jar);

        try (var running = started(host)) {
            var sessions = sessions(running, "sample.a");
            write(
                    sessions,
                    "insert into thing_times(thing_name, times_order, times)"
                            + " values ('a', 0, '2026-01-02 03:04:05')");

            assertThat(texts(sessions, "select labels from thing_labels where thing_name = 'a'"))
                    .containsExactly("RED");
        }
        started(host).close();
    }

    @ParameterizedTest
    @EnumSource
    void anEmbeddedKeyIsOne(RealEngine engine) throws SQLException {
        var model =
                model(
                        "1.0",
                        "Item",
                        """
                        @Entity public record Item(
                            @EmbeddedId Place place, char mark,
                            @jakarta.persistence.Column(precision = 30) java.math.BigInteger total,
                            @Version long version) {}
                        @Embeddable public record Place(int shelf, int row) {}
                        """);
        try (var running = started(host(engine, folderWith(model)))) {
            var sessions = sessions(running, "sample.a");
            var insert =
                    "insert into item(place_shelf, place_row, mark, total, version)"
                            + " values (1, 2, 'x', '123456789012345678901234567890', 0)";
            write(sessions, insert);

            assertThatThrownBy(() -> write(sessions, insert))
                    .isInstanceOf(ConstraintViolationException.class);
            assertThatThrownBy(() -> write(sessions, "update item set mark = 'xy'"));
            char mark = sessions.read(s -> s.query("select mark from item").one(Character.class));
            assertThat(mark).isEqualTo('x');
            assertThat(texts(sessions, "select total from item"))
                    .containsExactly("123456789012345678901234567890");
        }
    }

    private static PluginSource collections() {
        return model(
                "1.0",
                "Item",
                """
                @Entity public record Item(
                    @Id @jakarta.persistence.Column(length = 100) String name,
                    @ElementCollection Set<Colour> tags,
                    @ElementCollection List<Integer> marks) {}
                public enum Colour { RED }
                """);
    }

    private static PluginSource model(String version, String entity, String types) {
        return plugin(
                "sample.a",
                version,
                "@Database(name = \"a\", entities = Main.%s.class)".formatted(entity),
                types + SHOWS_ITS_SESSIONS);
    }

    private HostFolder folderWith(PluginSource plugin) {
        return new HostFolder(temp).with(plugin);
    }

    private static void write(SessionFactory sessions, String... statements) {
        sessions.write(s -> {
            for (String sql : statements) {
                var _ = s.execute(sql);
            }
            return statements.length;
        });
    }

    private static List<String> texts(SessionFactory sessions, String sql) {
        return sessions.read(s -> s.query(sql).list(String.class));
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
