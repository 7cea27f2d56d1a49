package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.ITEM;
import static dev.tenon.database.fixture.HostFolder.SHOWS_ITS_SESSIONS;
import static dev.tenon.database.fixture.HostFolder.error;
import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.items;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static dev.tenon.database.fixture.HostFolder.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.ModuleRelease;
import dev.tenon.core.ModuleState;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Modules with databases come and go while the host runs. */
class HostChangesTest {

    private static final String DATABASE = "@Database(name = \"a\", entities = Main.Item.class)";

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
    }

    @Test
    void anUpgradeKeepsTheRows() {
        folder.withItems("a");
        var newer = items("sample.a", "2.0", "a").jar(temp.resolve("a-2.jar"));
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "of 1.0");

            var report = host.upgrade(newer);

            assertThat(report.released())
                    .extracting(ModuleRelease::problem)
                    .allMatch(p -> p.isEmpty());
            assertThat(host.module("sample.a").info().version()).contains("2.0");
            assertThat(host.module("sample.a").state()).isEqualTo(ModuleState.STARTED);
            insert(sessions(host, "sample.a"), "of 2.0");
            assertThat(names(sessions(host, "sample.a"))).containsExactly("of 1.0", "of 2.0");
        }
    }

    @Test
    void anUpgradeWhoseTablesDifferIsTakenBackAndTheRowsStay() {
        folder.withItems("a");
        var newer =
                plugin(
                                "sample.a",
                                "2.0",
                                DATABASE,
                                "@Entity public record Item(@Id long id, String other) {}"
                                        + SHOWS_ITS_SESSIONS)
                        .jar(temp.resolve("a-2.jar"));
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "of 1.0");

            try {
                var _ = host.upgrade(newer);
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining("DB-SCH-019");
            }

            assertThat(host.module("sample.a").info().version()).contains("1.0");
            assertThat(names(sessions(host, "sample.a"))).containsExactly("of 1.0");
        }
    }

    /** What is built anew under another name has to be able to go on with its rows. */
    @Test
    void anUpgradeToAModuleOfAnotherNameKeepsTheRowsIfItSaysItsFormerName() {
        folder.withItems("a");
        var renamed =
                plugin(
                                "sample.anew",
                                "2.0",
                                "@Database(name = \"a\", entities = Main.Item.class,"
                                        + " formerModules = \"sample.a\")",
                                ITEM + SHOWS_ITS_SESSIONS)
                        .jar(temp.resolve("anew.jar"));
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "of sample.a");

            var _ = host.change().uninstall("sample.a").install(renamed).apply();

            assertThat(names(sessions(host, "sample.anew"))).containsExactly("of sample.a");
        }
    }

    @Test
    void aModuleThatComesToTheDatabaseOfOneThatIsGoneIsRefused() {
        folder.withItems("a");
        var other = items("sample.other", "1.0", "a").jar(temp.resolve("other.jar"));
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "mine");

            assertThatThrownBy(() -> host.change().uninstall("sample.a").install(other).apply())
                    .hasMessageContaining("DB-SCH-022")
                    .hasMessageContaining("created for the module sample.a 1.0");

            assertThat(names(sessions(host, "sample.a"))).containsExactly("mine");
        }
    }

    @Test
    void anUpgradeWithOverlapIsRefusedAndTheOldVersionRunsOnWithItsData() {
        folder.withItems("a");
        var newer = items("sample.a", "2.0", "a").jar(temp.resolve("a-2.jar"));
        try (var host = folder.host().start()) {
            var sessions = sessions(host, "sample.a");
            insert(sessions, "before");

            assertThatThrownBy(() -> host.change().upgrade(newer).overlap().apply())
                    .hasMessageContaining("DB-CONN-013")
                    .hasMessageContaining("Another version of the module sample.a has it.")
                    .hasMessageContaining("without overlap");

            assertThat(host.module("sample.a").info().version()).contains("1.0");
            assertThat(host.module("sample.a").state()).isEqualTo(ModuleState.STARTED);
            insert(sessions, "after");
            assertThat(names(sessions(host, "sample.a"))).containsExactly("after", "before");

            var _ = host.change().upgrade(newer).apply();
            assertThat(host.module("sample.a").info().version()).contains("2.0");
            assertThat(names(sessions(host, "sample.a"))).containsExactly("after", "before");
        }
    }

    @Test
    void nothingIsLeftOfAModuleWhoseRecordsWereReadAndWritten() {
        folder.with(busy());
        try (var host = folder.host().start()) {
            assertThat(host.module("sample.a").state())
                    .as("%s", host.module("sample.a"))
                    .isEqualTo(ModuleState.STARTED);

            var report = host.uninstall("sample.a");

            assertThat(report.released())
                    .singleElement()
                    .satisfies(r -> assertThat(r.holders()).isEmpty())
                    .satisfies(r -> assertThat(r.threads()).isEmpty())
                    .satisfies(r -> assertThat(r.drivers()).isEmpty())
                    .matches(ModuleRelease::collected, "its class loader was collected");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFilesOfAModuleThatIsGoneAreClosed() throws Exception {
        folder.withItems("a").withItems("b");
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "one");
            assertThat(openFiles()).anyMatch(f -> f.endsWith("/a.db"));

            var _ = host.uninstall("sample.a");

            assertThat(openFiles())
                    .noneMatch(f -> f.contains("/a.db"))
                    .anyMatch(f -> f.endsWith("/b.db"));
        }
        assertThat(openFiles()).noneMatch(f -> f.startsWith(folder.data().toString()));
    }

    @Test
    void aModuleThatFailsLaterGivesItsDatabaseBack() {
        var failing =
                plugin(
                        "sample.a",
                        "1.0",
                        DATABASE,
                        ITEM
                                + """
                                @Override public void start(ModuleContext c) { throw new IllegalStateException("unlucky"); }
                                """);
        var mended = items("sample.a", "1.1", "a").jar(temp.resolve("mended.jar"));
        try (var host = folder.with(failing).host().start()) {
            assertThat(error(host, "sample.a")).contains("unlucky");

            var _ = host.upgrade(mended);

            assertThat(host.module("sample.a").state()).isEqualTo(ModuleState.STARTED);
        }
    }

    private static PluginSource busy() {
        return plugin(
                        "sample.a",
                        "1.0",
                        DATABASE,
                        ITEM
                                + """
                                @Override public void start(ModuleContext context) throws Exception {
                                    context.beans().select(Keeper.class).get().keep();
                                    var sessions = context.services().get(SessionFactory.class);
                                    sessions.write(s -> s.update("insert into item(name) values (:name)")
                                            .bindAll(new Item("by record")).execute());
                                    sessions.read(s -> s.query("select * from item").list(Item.class));
                                    sessions.readAsync(ReadOptions.DEFAULT, s -> s.query("select * from item").list(Item.class)).get();
                                    sessions.write(s -> {
                                        try (var statement = s.connection().createStatement()) {
                                            return statement.executeUpdate("insert into item(name) values ('by jdbc')");
                                        }
                                    });
                                    try {
                                        sessions.write(s -> s.execute("insert into item(name) values ('by jdbc')"));
                                    } catch (DatabaseException e) {
                                        e.toString();
                                    }
                                }
                                """)
                .source(
                        "sample.a.Keeper",
                        type(
                                "sample.a",
                                """
                                @ApplicationScoped class Keeper {
                                    @Inject SessionFactory sessions;
                                    @Transactional void keep() {
                                        sessions.write(s -> {
                                            s.afterCommit(() -> {});
                                            return s.execute("insert into item(name) values ('bean')");
                                        });
                                    }
                                }
                                """));
    }

    private static List<String> openFiles() throws Exception {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(Files::isSymbolicLink).map(HostChangesTest::target).toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }
}
