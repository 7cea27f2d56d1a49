package dev.tenon.crud.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.error.Problem;
import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.fixtures.DocumentedSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs what docs/crud.md shows. */
class CrudPageTest {

    /** The bean whose members the page shows. */
    private static final String LIBRARY =
            """
            package sample.library;

            import dev.tenon.core.error.Result;
            import dev.tenon.crud.*;
            import dev.tenon.crud.error.ValidationException;
            import jakarta.data.Order;
            import jakarta.data.Sort;
            import jakarta.data.exceptions.OptimisticLockingFailureException;
            import jakarta.data.page.Page;
            import jakarta.data.page.PageRequest;
            import jakarta.enterprise.context.ApplicationScoped;
            import jakarta.inject.Inject;
            import jakarta.transaction.Transactional;
            import java.math.BigDecimal;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.stream.Collectors;

            @ApplicationScoped
            class Library {

            %s
            }
            """;

    /** Calls what the page shows, and tells what came of it. */
    private static final String TOUR =
            """
            package sample.library;

            import dev.tenon.core.service.Service;
            import dev.tenon.crud.BulkReport;
            import dev.tenon.crud.CrudService;
            import jakarta.data.Limit;
            import jakarta.inject.Inject;
            import jakarta.validation.ConstraintViolationException;
            import java.math.BigDecimal;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.Set;
            import java.util.concurrent.Callable;

            @Service(value = Callable.class, name = "tour")
            class Tour implements Callable<List<Object>> {
                @Inject Library library;
                @Inject Books books;
                @Inject CheckedBooks checked;
                @Inject CrudService tables;

                @Override
                public List<Object> call() throws Exception {
                    var came = new ArrayList<Object>();
                    library.fill();
                    came.add(books.find("Notes", 1L).orElseThrow().year());
                    came.add(books.of(1L).stream().map(Book::title).toList());
                    came.add(
                            books.findByTitleIgnoreCaseStartsWithOrderByYearDesc("e", Limit.of(1))
                                    .getFirst()
                                    .title());
                    came.add(books.countByYearBetween(1843, 1844));
                    came.add(books.existsByTitle("Poems"));
                    came.add(library.cheapest().stream().map(Book::title).toList());
                    came.add(library.cheapest().totalElements());
                    came.add(library.allTitlesUnder("100"));
                    came.add(books.titlesOf(1L).toCompletableFuture().get());
                    came.add(books.busyAuthors(2));
                    try {
                        came.add(checked.findByTitleIn(Set.of()));
                    } catch (ConstraintViolationException e) {
                        came.add(e.getConstraintViolations().size());
                    }
                    came.add(books.reprice(new BigDecimal("2"), 1850));

                    var read = books.find("Notes", 1L).orElseThrow();
                    came.add(library.rename(read, "More notes"));
                    came.add(library.rename(read, "Other notes"));

                    came.add(library.describe(library.add(Map.of("title", "", "year", 1200))));
                    came.add(
                            library.describe(
                                    library.add(
                                            Map.of(
                                                    "title", "Poems", "author_id", 2, "year", 2001,
                                                    "price", "9.90"))));
                    var found = library.search("O");
                    came.add(found.total().orElseThrow());
                    came.add(found.rows().getFirst().get("title"));
                    came.add(
                            found.rows().getFirst().expanded().get("author").rows().getFirst()
                                    .get("name"));
                    var poems = library.table().find(dev.tenon.crud.RowKey.of(4)).orElseThrow();
                    came.add(library.reprice(poems, "9.95"));
                    came.add(library.reprice(poems, "9.99"));
                    BulkReport report =
                            library.addAll(
                                    List.of(
                                            Map.of(
                                                    "title", "Songs", "author_id", 2, "year", 2002,
                                                    "price", 5),
                                            Map.of("title", "Songs")));
                    came.add(report.done());
                    came.add(
                            library.describe(
                                    tables
                                            .database("library")
                                            .table("author")
                                            .create(Map.of("name", "Eve"))));
                    return came;
                }
            }
            """;

    @TempDir Path folder;
    private DocumentedSources page;

    @BeforeEach
    void readPage() throws IOException {
        page = DocumentedSources.of("crud.md", folder);
    }

    @Test
    void theModuleOfThePageDoesWhatThePageSays() throws Exception {
        var sources = page.files("library/");
        sources.add(
                page.write(
                        "library/sample/library/Library.java", LIBRARY.formatted(page.members())));
        sources.add(page.write("library/sample/library/Tour.java", TOUR));

        try (var host = host(page.compile(sources)).start()) {
            assertThat(host.modules())
                    .allSatisfy(m ->
                            assertThat(m.state())
                                    .as("%s: %s", m.name(), m)
                                    .isEqualTo(ModuleState.STARTED));
            assertThat(host.services().get(ServiceKey.of(Callable.class, "tour")).call())
                    .isEqualTo(
                            List.of(
                                    1844,
                                    List.of("Engines", "Notes"),
                                    "Engines",
                                    2L,
                                    false,
                                    List.of("Notes", "Engines"),
                                    2L,
                                    List.of("Engines", "Notes", "Paint"),
                                    List.of("Engines", "Notes"),
                                    List.of("Ada"),
                                    1,
                                    2L,
                                    true,
                                    false,
                                    "author_id REQUIRED, price REQUIRED, title CONSTRAINT,"
                                            + " year CONSTRAINT",
                                    "book [4]",
                                    2L,
                                    "Poems",
                                    "Bob",
                                    "book [4]",
                                    "DB-CRUD-005",
                                    1L,
                                    "DB-CRUD-007"));
        }
    }

    @Test
    void theWrongRepositoryIsToldAsThePageShows() throws Exception {
        var sources = page.files("library/");
        sources.add(
                page.write(
                        "library/sample/library/Wrong.java",
                        """
                        package sample.library;

                        import jakarta.data.repository.BasicRepository;
                        import jakarta.data.repository.Repository;
                        import java.util.List;

                        %s\
                        """
                                .formatted(page.blocks("wrong").getFirst())));

        var plan = host(page.compile(sources)).plan();

        assertThat(plan.problems().stream().map(Problem::toString).toList())
                .containsExactly(page.blocks("says").getFirst().strip().replaceAll("\\s+", " "));
    }

    private HostBuilder host(Path classes) {
        return Host.builder()
                .plugins(classes)
                .setting("tenon.database.path", folder.resolve("data").toString());
    }
}
