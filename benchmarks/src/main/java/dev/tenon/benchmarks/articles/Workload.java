package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What one caller does with the catalogue, again and again. Belongs to one thread.
 *
 * @param <A> what the way reads an article as
 */
public final class Workload<A> implements AutoCloseable {

    /** A prime, so that all keys have their turn, and neighbours do not follow each other. */
    private static final long STRIDE = 7919;

    /** How many articles are asked for by their keys: what programs want most is in memory. */
    private static final long WANTED = 10_000;

    /** How many pages are read on, before it begins anew: of a category, and from the deep. */
    private static final int PAGES = 10;

    private final ArticleStore<A> store;
    private final Catalogue catalogue;
    private final Place deep;
    private Place place;
    private long turn;
    private long imported;

    /**
     * @param deep where a walk begins that is far from the first page
     */
    public Workload(ArticleStore<A> store, Catalogue catalogue, Place deep) {
        this.store = store;
        this.catalogue = catalogue;
        this.deep = deep;
        place = deep;
    }

    /** Reads an article by its key. */
    public A find() throws SQLException {
        return store.find(key());
    }

    /** Adds an article. */
    public long insert() throws SQLException {
        return store.insert(catalogue.at(turn++).withId(0));
    }

    /** Changes the stock of an article. */
    public void update() throws SQLException {
        var known = catalogue.at(key());
        store.update(
                new Article(
                        known.id(), known.title(), known.category(), known.price(), turn % 1_000));
    }

    /** Reads one of the first pages of a category. */
    public List<A> page() throws SQLException {
        turn++;
        return store.page(catalogue.category(turn * STRIDE), (int) (turn % PAGES));
    }

    /** Reads the first page of all. */
    public List<A> first() throws SQLException {
        return store.first();
    }

    /** Reads the next page of the walk. */
    public List<A> deep() throws SQLException {
        var page = store.after(place);
        turn++;
        place = turn % PAGES == 0 ? deep : store.plain(page.getLast()).place();
        return page;
    }

    /** Makes articles with new keys, and adds them. */
    public void bulk(int count) throws SQLException {
        var articles =
                LongStream.rangeClosed(imported + 1, imported + count)
                        .mapToObj(catalogue::at)
                        .toList();
        imported += count;
        store.insertAll(articles);
    }

    private long key() {
        turn++;
        return turn * STRIDE % Math.min(WANTED, catalogue.articles()) + 1;
    }

    @Override
    public void close() throws SQLException {
        store.close();
    }
}
