package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import java.sql.SQLException;
import java.util.List;

/** SQLite as it is best used: reads by one pool, writes by another one of a single connection. */
record SplitStore<A>(ArticleStore<A> readers, ArticleStore<A> writer) implements ArticleStore<A> {

    @Override
    public A find(long id) throws SQLException {
        return readers.find(id);
    }

    @Override
    public long insert(Article article) throws SQLException {
        return writer.insert(article);
    }

    @Override
    public void update(Article article) throws SQLException {
        writer.update(article);
    }

    @Override
    public List<A> page(String category, int number) throws SQLException {
        return readers.page(category, number);
    }

    @Override
    public List<A> first() throws SQLException {
        return readers.first();
    }

    @Override
    public List<A> after(Place place) throws SQLException {
        return readers.after(place);
    }

    @Override
    public void insertAll(List<Article> articles) throws SQLException {
        writer.insertAll(articles);
    }

    @Override
    public Article plain(A read) {
        return readers.plain(read);
    }

    @Override
    public void close() throws SQLException {
        readers.close();
        writer.close();
    }
}
