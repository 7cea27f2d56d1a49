package dev.tenon.benchmarks.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Synchronous;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationIT {

    private static final Catalogue CATALOGUE = new Catalogue(3_000);

    @TempDir Path folder;

    private TemporaryFolder files;
    private Catalogues sqlite;
    private Catalogues postgres;

    @BeforeAll
    void makeTheCatalogues() throws Exception {
        files = new TemporaryFolder();
        sqlite = Catalogues.make(Product.SQLITE, Synchronous.NORMAL, CATALOGUE, files);
        postgres = Catalogues.make(Product.POSTGRESQL, Synchronous.NORMAL, CATALOGUE, files);
    }

    @AfterAll
    void remove() throws Exception {
        postgres.close();
        sqlite.close();
        files.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyWayDoesTheSameAsRawJdbcOnSqlite(Way way) throws Exception {
        var verification = new Verification(CATALOGUE, sqlite.copy());

        assertThatCode(() -> verification.verify(way, folder)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void everyWayDoesTheSameAsRawJdbcOnPostgresql(Way way) throws Exception {
        var verification = new Verification(CATALOGUE, postgres.copy());

        assertThatCode(() -> verification.verify(way, folder)).doesNotThrowAnyException();
    }

    @Test
    void aWayThatReadsSomethingElseIsToldWithWhatItGives() throws Exception {
        var copy = sqlite.copy();
        // Another catalogue than that of the database.
        var verification = new Verification(new Catalogue(9_000), copy);

        assertThatIllegalStateException()
                .isThrownBy(() -> verification.verify(Way.JDBI, folder))
                .withMessageStartingWith(
                        "Jdbi on SQLite is not measured: its find gives Article[id=7")
                .withMessageContaining("instead of Article[id=7");
    }

    @Test
    void aWalkFromTheDeepReadsOnFromPageToPage() throws Exception {
        var shared = sqlite.shared();
        try (var store = Way.RAW.open(shared, folder)) {
            assertThat(walk(store, CATALOGUE.deep(shared), 3))
                    .hasSize(3 * ArticleStore.PAGE)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(
                            Comparator.comparing(Article::price).thenComparing(Article::id));
        }
    }

    private static <A> List<Article> walk(ArticleStore<A> store, Place from, int pages)
            throws Exception {
        var walk = new Workload<>(store, CATALOGUE, from);
        var articles = new ArrayList<Article>();
        for (int page = 0; page < pages; page++) {
            walk.deep().forEach(read -> articles.add(store.plain(read)));
        }
        return articles;
    }
}
