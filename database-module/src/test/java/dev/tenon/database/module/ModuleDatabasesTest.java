package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.ITEM;
import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.items;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static dev.tenon.database.fixture.HostFolder.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.ModuleState;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.Problem;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.fixture.HostFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a module has of its database, and what others have not. */
class ModuleDatabasesTest {

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp);
    }

    @Test
    void aModuleHasItsSessionsByInjectionAndByItsContext() {
        folder.with(
                plugin(
                                "sample.a",
                                "1.0",
                                "@Database(name = \"a\", entities = Main.Item.class)",
                                ITEM
                                        + """
                                        @Override public void start(ModuleContext context) {
                                            var own = context.services().get(SessionFactory.class);
                                            own.write(s -> s.execute("insert into item(name) values ('context')"));
                                            context.beans().select(Keeper.class).get().keep();
                                        }
                                        """
                                        + HostFolder.SHOWS_ITS_SESSIONS)
                        .source(
                                "sample.a.Keeper",
                                type(
                                        "sample.a",
                                        """
                                        @ApplicationScoped class Keeper {
                                            @Inject SessionFactory sessions;
                                            void keep() {
                                                sessions.write(s -> s.execute("insert into item(name) values ('bean')"));
                                            }
                                        }
                                        """)));
        try (var host = folder.host().start()) {
            assertThat(host.module("sample.a").state())
                    .as("%s", host.module("sample.a"))
                    .isEqualTo(ModuleState.STARTED);
            assertThat(names(sessions(host, "sample.a"))).containsExactly("bean", "context");
            assertThat(sessions(host, "sample.a").database()).isEqualTo("a");
        }
    }

    @Test
    void noOtherModuleSeesTheSessionsInTheRegistry() throws Exception {
        folder.with(
                        plugin(
                                "sample.a",
                                "1.0",
                                "@Database(name = \"a\", entities = Main.Item.class)",
                                ITEM))
                .with(
                        plugin(
                                "sample.b",
                                "1.0",
                                "",
                                """
                                @Override public void start(ModuleContext context) {
                                    var told = new ConcurrentLinkedQueue<String>();
                                    context.services().listen(SessionFactory.class, new ServiceListener<>() {
                                        @Override public void added(ServiceDescription offered, SessionFactory service) {
                                            told.add(offered.toString());
                                        }
                                    });
                                    context.services().offer(
                                            ServiceKey.of(Callable.class, "seen"),
                                            () -> List.of(
                                                    context.services().find(SessionFactory.class).isPresent(),
                                                    context.services().all(SessionFactory.class).size(),
                                                    List.copyOf(told)));
                                }
                                """));
        try (var host = folder.host().start()) {
            var seen = host.services().get(ServiceKey.of(Callable.class, "seen"));
            assertThat(seen.call()).isEqualTo(List.of(false, 0, List.of()));
            assertThat(host.services().find(SessionFactory.class)).isEmpty();
            assertThat(host.services().all(SessionFactory.class)).isEmpty();
            assertThat(host.services().describe())
                    .extracting(ServiceDescription::key)
                    .noneMatch(key -> key.type() == SessionFactory.class);
        }
    }

    @Test
    void theInjectionOfSessionsFailsWhereThereIsNoDatabase() {
        folder.withItems("a")
                .with(
                        plugin(
                                        "sample.b",
                                        "1.0",
                                        "",
                                        """
                                        @Override public void start(ModuleContext context) {
                                            context.beans().select(Thief.class).get().toString();
                                        }
                                        """)
                                .source(
                                        "sample.b.Thief",
                                        type(
                                                "sample.b",
                                                """
                                                @ApplicationScoped class Thief {
                                                    @Inject SessionFactory sessions;
                                                }
                                                """)));
        try (var host = folder.host().start()) {
            assertThat(host.module("sample.a").state()).isEqualTo(ModuleState.STARTED);
            assertThat(HostFolder.error(host, "sample.b"))
                    .contains("HOST-SVC-001", "dev.tenon.database.SessionFactory");
        }
    }

    @Test
    void eachModuleHasAFileThatItsOwnerAloneMayRead() throws Exception {
        folder.withItems("a").withItems("b");
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "of a");

            assertThat(names(sessions(host, "sample.b"))).isEmpty();
            assertThat(folder.data().resolve("a.db")).isRegularFile();
            assertThat(folder.data().resolve("b.db")).isRegularFile();
            assertThat(folder.data().resolve("framework.db")).isRegularFile();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFilesAndTheirFolderAreForTheirOwnerAlone() throws Exception {
        folder.withItems("a");
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "one");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.data())))
                    .isEqualTo("rwx------");
            try (var files = Files.list(folder.data())) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(file ->
                                assertThat(
                                                PosixFilePermissions.toString(
                                                        Files.getPosixFilePermissions(file)))
                                        .as("%s", file)
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void aNameThatTwoModulesWantIsForNeither() {
        folder.with(items("sample.a", "1.0", "same")).with(items("sample.b", "1.0", "same"));

        var plan = folder.host().plan();

        assertThat(plan.modules())
                .filteredOn(m -> m.name().startsWith("sample."))
                .hasSize(2)
                .flatExtracting(PlannedModule::problems)
                .allMatch(p -> p.code() == SchemaError.DATABASE_TAKEN)
                .extracting(Problem::cause)
                .containsOnly("These modules declare it: sample.a, sample.b.");
        assertThat(folder.data()).doesNotExist();
    }

    @Test
    void namesThatLeadElsewhereAreRefusedInThePlan() {
        for (var name : List.of("../a", "a/b", "A", "", "a b", "framework", "a\\u0000", "pg_x")) {
            var plugins = new HostFolder(temp.resolve(Integer.toHexString(name.hashCode())));
            plugins.with(items("sample.a", "1.0", name));

            assertThat(plugins.host().plan().modules())
                    .filteredOn(m -> m.name().equals("sample.a"))
                    .flatExtracting(PlannedModule::problems)
                    .as(name)
                    .anyMatch(p -> p.code() == SchemaError.DATABASE_NAME);
        }
    }

    @Test
    void theRowsAreThereAfterARestart() {
        folder.withItems("a");
        try (var host = folder.host().start()) {
            insert(sessions(host, "sample.a"), "kept");
        }
        try (var host = folder.host().start()) {
            assertThat(names(sessions(host, "sample.a"))).containsExactly("kept");
        }
    }

    @Test
    void sessionsThatOutliveTheirModuleSaySo() {
        folder.withItems("a");
        SessionFactory kept;
        var taken =
                plugin(
                        "sample.c",
                        "1.0",
                        "@Database(name = \"c\", entities = Main.Item.class)",
                        ITEM
                                + """
                                @Override public void start(ModuleContext context) {
                                    System.getProperties().put("kept", context.services().get(SessionFactory.class));
                                }
                                """);
        try (var _ = folder.with(taken).host().start()) {
            kept = (SessionFactory) System.getProperties().remove("kept");
            insert(kept, "while it runs");
        }
        assertThatThrownBy(() -> names(kept))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.code()).isEqualTo(DatabaseError.CLOSED));
    }
}
