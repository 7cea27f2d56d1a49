package dev.tenon.database.documentation;

import static dev.tenon.database.fixture.HostFolder.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.TestDatabase;
import dev.tenon.fixtures.DocumentedSources;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs what docs/sessions.md shows. */
class SessionsPageTest {

    /** The bean whose methods the page shows. */
    private static final String BANK =
            """
            package sample.accounts;

            import dev.tenon.database.*;
            import dev.tenon.database.error.ConstraintViolationException;
            import jakarta.enterprise.context.ApplicationScoped;
            import jakarta.inject.Inject;
            import jakarta.transaction.Transactional;
            import java.lang.System.Logger.Level;
            import java.time.Duration;
            import java.time.Instant;
            import java.util.List;
            import java.util.Optional;
            import java.util.concurrent.CompletableFuture;
            import java.util.function.Consumer;

            @ApplicationScoped
            class Bank {
                private static final System.Logger LOG = System.getLogger("bank");
                @Inject SessionFactory sessions;

            %s
            }
            """;

    /** Calls what the page shows, and tells what came of it. */
    private static final String TOUR =
            """
            package sample.accounts;

            import dev.tenon.core.service.Service;
            import jakarta.inject.Inject;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.Callable;

            @Service(value = Callable.class, name = "tour")
            class Tour implements Callable<List<Object>> {
                @Inject Accounts accounts;
                @Inject Bank bank;

                @Override
                public List<Object> call() throws Exception {
                    var came = new ArrayList<Object>();
                    bank.openAll(List.of("ada", "bob"));
                    accounts.open("cyd");
                    came.add(bank.openWhereNew(List.of("ada", "dan")));
                    bank.transfer("ada", "bob", 50);
                    came.add(bank.find("bob").orElseThrow().cents());
                    came.add(bank.find("eve").isPresent());
                    came.add(bank.total());
                    came.add(bank.quickTotal());
                    came.add(bank.totalSoon().get());
                    bank.payInterest();
                    came.add(accounts.richest(1).getFirst().cents());
                    var printed = new StringBuilder();
                    bank.print(printed);
                    came.add(printed.toString());
                    bank.close("dan", came::add);
                    return came;
                }
            }
            """;

    @TempDir Path folder;
    private DocumentedSources page;

    @BeforeEach
    void readPage() throws IOException {
        page = DocumentedSources.of("sessions.md", folder);
    }

    @Test
    void theModuleOfThePageDoesWhatThePageSays() throws Exception {
        var sources = page.files("accounts/");
        sources.add(
                page.write("accounts/sample/accounts/Bank.java", BANK.formatted(page.members())));
        sources.add(page.write("accounts/sample/accounts/Tour.java", TOUR));
        var classes = page.compile(sources);

        try (var host =
                Host.builder()
                        .plugins(classes)
                        .setting("tenon.database.path", folder.resolve("data").toString())
                        .start()) {
            assertThat(error(host, "sample.accounts")).contains("STARTED");
            assertThat(host.services().get(ServiceKey.of(Callable.class, "tour")).call())
                    .isEqualTo(
                            List.of(
                                    1,
                                    150L,
                                    false,
                                    200L,
                                    200L,
                                    200L,
                                    151L,
                                    "ada to bob: 50\n",
                                    "dan has no account any more"));
        }
    }

    @Test
    void theOtherLibrariesRunOnASession() throws Exception {
        var classes =
                page.compile(
                        page.files("interop/"),
                        "--add-modules",
                        "dev.tenon.database",
                        "-cp",
                        System.getProperty("java.class.path"));
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
                var database = TestDatabase.in(folder.resolve("data"))) {
            database.run("create table account (owner text, cents integer)");
            var interop = loader.loadClass("Interop");
            for (var way : List.of("byJdbi", "byJooq", "byJdbcTemplate")) {
                assertThat(
                                interop.getMethod(way, SessionFactory.class)
                                        .invoke(null, database.sessions()))
                        .as(way)
                        .isEqualTo(1);
            }
            assertThat(database.rows(String.class, "select owner from account order by owner"))
                    .containsExactly("jdbi", "jooq", "spring");
        }
    }
}
