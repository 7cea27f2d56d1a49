package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.crud.BulkMode;
import dev.tenon.crud.CrudService;
import dev.tenon.crud.CrudTable;
import dev.tenon.crud.Filter;
import dev.tenon.crud.RowChange;
import dev.tenon.crud.RowKey;
import dev.tenon.crud.RowPage;
import dev.tenon.crud.RowQuery;
import dev.tenon.crud.SortColumn;
import dev.tenon.crud.TableRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables by name. */
final class ByNameStore implements ArticleStore<TableRow> {

    private static final RowQuery IN_ORDER =
            RowQuery.all()
                    .sort(SortColumn.ascending("price"), SortColumn.ascending("id"))
                    .size(PAGE);

    private final Host host;
    private final CrudTable articles;
    private final CrudTable imported;

    /** Where pages end that were read before: cursors are signed, and cannot be made up. */
    private final Map<Place, String> cursors = new HashMap<>();

    ByNameStore(Host host) {
        this.host = host;
        var database =
                host.services()
                        .get(ServiceKey.of(CrudService.class, CrudService.NAME))
                        .database("bench");
        articles = database.table("article");
        imported = database.table("imported");
    }

    @Override
    public TableRow find(long id) {
        return articles.find(RowKey.of(id)).orElseThrow();
    }

    @Override
    public long insert(Article article) {
        return articles.create(values(article)).orElseThrow().get("id", Long.class).orElseThrow();
    }

    @Override
    public void update(Article article) {
        var _ = articles.update(RowKey.of(article.id()), values(article)).orElseThrow();
    }

    @Override
    public List<TableRow> page(String category, int number) {
        return articles.read(
                        IN_ORDER.where(
                                        Filter.and(
                                                Filter.eq("category", category),
                                                Filter.gt("stock", 0L)))
                                .page(number + 1))
                .orElseThrow()
                .rows();
    }

    @Override
    public List<TableRow> first() {
        return articles.read(IN_ORDER).orElseThrow().rows();
    }

    @Override
    public List<TableRow> after(Place place) {
        var page = articles.read(IN_ORDER.cursor(cursor(place))).orElseThrow();
        remember(page);
        return page.rows();
    }

    private String cursor(Place place) {
        var known = cursors.get(place);
        return known == null ? walkTo(place) : known;
    }

    /** Reads from the first page to the one that ends at the place. */
    private String walkTo(Place place) {
        var steps = IN_ORDER.size(Catalogue.STEP);
        var page = articles.read(steps).orElseThrow();
        while (!place.equals(plain(page.rows().getLast()).place())) {
            page = articles.read(steps.cursor(page.next().orElseThrow())).orElseThrow();
        }
        remember(page);
        return page.next().orElseThrow();
    }

    private void remember(RowPage page) {
        page.next().ifPresent(next -> cursors.put(plain(page.rows().getLast()).place(), next));
    }

    @Override
    public void insertAll(List<Article> all) {
        var changes =
                all.stream()
                        .map(article ->
                                RowChange.create(
                                        Map.of(
                                                "id", article.id(),
                                                "title", article.title(),
                                                "category", article.category(),
                                                "price", article.price(),
                                                "stock", article.stock())))
                        .toList();
        var _ = imported.bulk(BulkMode.ALL_OR_NOTHING, changes).orElseThrow();
    }

    @Override
    public Article plain(TableRow read) {
        return new Article(
                read.get("id", Long.class).orElseThrow(),
                read.get("title", String.class).orElseThrow(),
                read.get("category", String.class).orElseThrow(),
                read.get("price", Long.class).orElseThrow(),
                read.get("stock", Long.class).orElseThrow());
    }

    @Override
    public void close() {
        host.close();
    }

    private static Map<String, Object> values(Article article) {
        return Map.of(
                "title", article.title(),
                "category", article.category(),
                "price", article.price(),
                "stock", article.stock());
    }
}
