package dev.tenon.database.transaction;

import static dev.tenon.database.fixture.HostFolder.ITEM;
import static dev.tenon.database.fixture.HostFolder.SHOWS_ITS_SESSIONS;
import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static dev.tenon.database.fixture.HostFolder.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.HostFolder;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code Transactional} where several modules meet, and where there is no database. */
class TransactionsOfModulesTest {

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
    }

    private static PluginSource keeper(String name, String start) {
        var module = "sample." + name;
        return plugin(
                        module,
                        "1.0",
                        "@Database(name = \"%s\", entities = Main.Item.class)".formatted(name),
                        ITEM + SHOWS_ITS_SESSIONS + start)
                .source(
                        module + ".Keeper",
                        type(
                                module,
                                """
                                @Service(value = Consumer.class, name = "%s")
                                class Keeper implements Consumer<Runnable> {
                                    @Inject SessionFactory sessions;
                                    @Override @Transactional public void accept(Runnable work) {
                                        sessions.write(s -> s.execute("insert into item(name) values ('kept')"));
                                        work.run();
                                    }
                                }
                                """
                                        .formatted(name)));
    }

    private static String start(String work) {
        return """
        @SuppressWarnings("unchecked")
        @Override public void start(ModuleContext context) {
            var own = (Consumer<Runnable>) context.services().get(ServiceKey.of(Consumer.class, "b"));
            var other = (Consumer<Runnable>) context.services().get(ServiceKey.of(Consumer.class, "a"));
            %s
        }
        """
                .formatted(work);
    }

    @Test
    void twoModulesThatCallEachOtherHaveATransactionEach() {
        folder.with(keeper("a", ""))
                .with(
                        keeper(
                                "b",
                                start(
                                        """
                                        try {
                                            own.accept(() -> {
                                                other.accept(() -> {});
                                                throw new IllegalStateException("unlucky");
                                            });
                                        } catch (IllegalStateException e) {
                                            e.toString();
                                        }
                                        """)));
        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.b")).contains("STARTED");
            assertThat(names(sessions(host, "sample.a"))).containsExactly("kept");
            assertThat(names(sessions(host, "sample.b"))).isEmpty();
        }
    }

    @Test
    void theFailureOfOneIsNotThatOfTheOtherIfItIsCaught() {
        folder.with(keeper("a", ""))
                .with(
                        keeper(
                                "b",
                                start(
                                        """
                                        own.accept(() -> {
                                            try {
                                                other.accept(() -> { throw new IllegalStateException("unlucky"); });
                                            } catch (IllegalStateException e) {
                                                e.toString();
                                            }
                                        });
                                        """)));
        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.b")).contains("STARTED");
            assertThat(names(sessions(host, "sample.a"))).isEmpty();
            assertThat(names(sessions(host, "sample.b"))).containsExactly("kept");
        }
    }

    @Test
    void aWayBackJoinsTheTransactionThatIsThere() {
        folder.with(keeper("a", ""))
                .with(
                        keeper(
                                "b",
                                start(
                                        """
                                        var sessions = context.services().get(SessionFactory.class);
                                        own.accept(() -> other.accept(() -> sessions.write(
                                                s -> s.execute("insert into item(name) values ('way back')"))));
                                        """)));
        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.b")).contains("STARTED");
            assertThat(names(sessions(host, "sample.b"))).isEqualTo(List.of("kept", "way back"));
        }
    }

    @Test
    void aModuleWithoutADatabaseIsToldSo() {
        folder.withItems("a")
                .with(
                        plugin(
                                        "sample.b",
                                        "1.0",
                                        "",
                                        """
                                        @Override public void start(ModuleContext context) {
                                            context.beans().select(Idle.class).get().work();
                                        }
                                        """)
                                .source(
                                        "sample.b.Idle",
                                        type(
                                                "sample.b",
                                                "@ApplicationScoped class Idle { @Transactional void"
                                                        + " work() {} }")));
        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.b")).contains("DB-TXN-015", "sample.b");
        }
    }

    @Test
    void theSessionsThatAnotherModuleOffersAreNotThoseOfOnesTransactions() {
        folder.with(
                        plugin(
                                "sample.a",
                                "1.0",
                                "@Database(name = \"a\", entities = Main.Item.class)",
                                ITEM
                                        + """
                                        @Override public void register(ModuleContext context) {
                                            context.services().offer(
                                                    SessionFactory.class,
                                                    context.services().get(SessionFactory.class));
                                        }
                                        """))
                .with(
                        plugin(
                                        "sample.b",
                                        "1.0",
                                        "",
                                        """
                                        @Override public void start(ModuleContext context) {
                                            context.beans().select(Idle.class).get().work();
                                        }
                                        """)
                                .source(
                                        "sample.b.Idle",
                                        type(
                                                "sample.b",
                                                "@ApplicationScoped class Idle { @Transactional void"
                                                        + " work() {} }")));
        try (var host = folder.host().start()) {
            assertThat(error(host, "sample.b")).contains("DB-TXN-015");
        }
    }
}
