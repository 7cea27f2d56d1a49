package dev.tenon.benchmarks.articles;

import dev.tenon.fixtures.PluginSource;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plugin whose database is the catalogue: its entities are the tables. */
final class CataloguePlugin {

    private CataloguePlugin() {}

    /** Writes the plugin, unless it is there, and returns its file. */
    static Path write(Path folder) {
        var file = folder.resolve("catalogue.jar");
        return Files.exists(file)
                ? file
                : PluginSource.module("bench.catalogue", "1.0")
                        .descriptor(
                                """
                                requires dev.tenon.crud;
                                requires dev.tenon.benchmarks;
                                provides dev.tenon.core.ModulePlugin with bench.catalogue.Main;
                                """)
                        .source(
                                "bench.catalogue.Article",
                                """
                                package bench.catalogue;
                                import jakarta.persistence.*;
                                @Entity
                                @Table(indexes = {
                                    @Index(name = "article_price", columnList = "price, id"),
                                    @Index(
                                            name = "article_category",
                                            columnList = "category, price, id")
                                })
                                public record Article(
                                        @Id @GeneratedValue Long id,
                                        @Column(nullable = false) String title,
                                        @Column(nullable = false) String category,
                                        long price,
                                        long stock) {}
                                """)
                        .source(
                                "bench.catalogue.Imported",
                                """
                                package bench.catalogue;
                                import jakarta.persistence.*;
                                @Entity
                                public record Imported(
                                        @Id Long id,
                                        @Column(nullable = false) String title,
                                        @Column(nullable = false) String category,
                                        long price,
                                        long stock) {}
                                """)
                        .source(
                                "bench.catalogue.Articles",
                                """
                                package bench.catalogue;
                                import jakarta.data.page.*;
                                import jakarta.data.repository.*;
                                @Repository
                                interface Articles extends CrudRepository<Article, Long> {
                                    @Query("where category = :category and stock > 0 order by price, id")
                                    Page<Article> inStock(
                                            @Param("category") String category, PageRequest page);
                                    @Find
                                    @OrderBy("price")
                                    @OrderBy("id")
                                    CursoredPage<Article> inOrder(PageRequest page);
                                }
                                """)
                        .source(
                                "bench.catalogue.ImportedArticles",
                                """
                                package bench.catalogue;
                                import jakarta.data.repository.*;
                                @Repository
                                interface ImportedArticles extends CrudRepository<Imported, Long> {}
                                """)
                        .source(
                                "bench.catalogue.RepositoryStore",
                                """
                                package bench.catalogue;
                                import dev.tenon.benchmarks.handout.*;
                                import jakarta.data.page.PageRequest;
                                import jakarta.data.page.PageRequest.Cursor;
                                import java.util.List;
                                record RepositoryStore(
                                        Articles articles,
                                        ImportedArticles imported,
                                        Runnable whenClosed)
                                        implements ArticleStore<Article> {
                                    private static final PageRequest FIRST =
                                            PageRequest.ofSize(PAGE).withoutTotal();
                                    @Override public Article find(long id) {
                                        return articles.findById(id).orElseThrow();
                                    }
                                    @Override public long insert(
                                            dev.tenon.benchmarks.handout.Article a) {
                                        return articles.insert(
                                                        new Article(
                                                                null,
                                                                a.title(),
                                                                a.category(),
                                                                a.price(),
                                                                a.stock()))
                                                .id();
                                    }
                                    @Override public void update(
                                            dev.tenon.benchmarks.handout.Article a) {
                                        articles.update(
                                                new Article(
                                                        a.id(),
                                                        a.title(),
                                                        a.category(),
                                                        a.price(),
                                                        a.stock()));
                                    }
                                    @Override public List<Article> page(String category, int number) {
                                        var page = PageRequest.ofPage(number + 1, PAGE, false);
                                        return articles.inStock(category, page).content();
                                    }
                                    @Override public List<Article> first() {
                                        return articles.inOrder(FIRST).content();
                                    }
                                    @Override public List<Article> after(Place place) {
                                        var key = Cursor.forKey(place.price(), place.id());
                                        var page = PageRequest.afterCursor(key, 2, PAGE, false);
                                        return articles.inOrder(page).content();
                                    }
                                    @Override public void insertAll(
                                            List<dev.tenon.benchmarks.handout.Article> all) {
                                        imported.insertAll(
                                                all.stream()
                                                        .map(a ->
                                                                new Imported(
                                                                        a.id(),
                                                                        a.title(),
                                                                        a.category(),
                                                                        a.price(),
                                                                        a.stock()))
                                                        .toList());
                                    }
                                    @Override public dev.tenon.benchmarks.handout.Article plain(
                                            Article read) {
                                        return new dev.tenon.benchmarks.handout.Article(
                                                read.id(),
                                                read.title(),
                                                read.category(),
                                                read.price(),
                                                read.stock());
                                    }
                                    @Override public void close() {
                                        whenClosed.run();
                                    }
                                }
                                """)
                        .source(
                                "bench.catalogue.Main",
                                """
                                package bench.catalogue;
                                import dev.tenon.benchmarks.handout.RepositorySource;
                                import dev.tenon.benchmarks.handout.SessionSource;
                                import dev.tenon.core.ModuleContext;
                                import dev.tenon.database.Database;
                                import dev.tenon.database.SessionFactory;
                                @Database(
                                        name = "bench",
                                        entities = {Article.class, Imported.class})
                                public final class Main implements dev.tenon.core.ModulePlugin {
                                    @Override public void register(ModuleContext context) {
                                        var sessions = context.services().get(SessionFactory.class);
                                        context.services().offer(SessionSource.class, () -> sessions);
                                        context.services()
                                                .offer(
                                                        RepositorySource.class,
                                                        closed -> store(context, closed));
                                    }
                                    private static RepositoryStore store(
                                            ModuleContext context, Runnable closed) {
                                        return new RepositoryStore(
                                                context.services().get(Articles.class),
                                                context.services().get(ImportedArticles.class),
                                                closed);
                                    }
                                }
                                """)
                        .jar(file);
    }
}
