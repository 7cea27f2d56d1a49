package dev.tenon.benchmarks.handout;

import java.sql.SQLException;
import java.util.List;

/**
 * One way to the tables of the catalogue, {@code article} and {@code imported}, which have the same
 * columns. The keys of the first are given by the database, those of the other by the program.
 *
 * @param <A> what it reads an article as
 */
public interface ArticleStore<A> extends AutoCloseable {

    /** How many articles a page has. */
    int PAGE = 50;

    /** Returns the article with the key, which is there. */
    A find(long id) throws SQLException;

    /**
     * Adds an article in a transaction of its own.
     *
     * @param article with the key 0
     * @return its key
     */
    long insert(Article article) throws SQLException;

    /** Sets all columns of the article with the key, in a transaction of its own. */
    void update(Article article) throws SQLException;

    /**
     * Returns a page of what is in stock of a category, in the order of the catalogue.
     *
     * @param number from 0
     */
    List<A> page(String category, int number) throws SQLException;

    /** Returns the first page of all articles, in the order of the catalogue. */
    List<A> first() throws SQLException;

    /** Returns the page of all articles after a place. */
    List<A> after(Place place) throws SQLException;

    /** Adds articles with their keys to {@code imported}, all in one transaction. */
    void insertAll(List<Article> articles) throws SQLException;

    /** Returns what was read as a plain record, for comparisons. */
    Article plain(A read);

    @Override
    void close() throws SQLException;
}
