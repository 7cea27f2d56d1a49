package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** JDBC as it is written by hand: columns by their positions into a record. */
final class JdbcStore implements ArticleStore<Article> {

    /** What is closed with it. */
    @FunctionalInterface
    interface Resource {
        void close() throws SQLException;
    }

    private final Statements statements;
    private final Resource resource;

    JdbcStore(Statements statements, Resource resource) {
        this.statements = statements;
        this.resource = resource;
    }

    @Override
    public Article find(long id) throws SQLException {
        return statements.one(
                Sql.FIND,
                select -> {
                    select.setLong(1, id);
                    try (var rows = select.executeQuery()) {
                        rows.next();
                        return article(rows);
                    }
                });
    }

    @Override
    public long insert(Article article) throws SQLException {
        return statements.one(
                Sql.INSERT,
                insert -> {
                    set(insert, 1, article);
                    try (var rows = insert.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                });
    }

    @Override
    public void update(Article article) throws SQLException {
        var _ =
                statements.one(
                        Sql.UPDATE,
                        update -> {
                            set(update, 1, article);
                            update.setLong(5, article.id());
                            return update.executeUpdate();
                        });
    }

    @Override
    public List<Article> page(String category, int number) throws SQLException {
        return statements.one(
                Sql.PAGE,
                select -> {
                    select.setString(1, category);
                    select.setInt(2, PAGE);
                    select.setInt(3, number * PAGE);
                    return articles(select);
                });
    }

    @Override
    public List<Article> first() throws SQLException {
        return statements.one(
                Sql.FIRST,
                select -> {
                    select.setInt(1, PAGE);
                    return articles(select);
                });
    }

    @Override
    public List<Article> after(Place place) throws SQLException {
        return statements.one(
                Sql.AFTER,
                select -> {
                    select.setLong(1, place.price());
                    select.setLong(2, place.id());
                    select.setInt(3, PAGE);
                    return articles(select);
                });
    }

    @Override
    public void insertAll(List<Article> articles) throws SQLException {
        var _ =
                statements.many(
                        Sql.IMPORT,
                        insert -> {
                            int added = 0;
                            for (Article article : articles) {
                                set(insert, article);
                                insert.addBatch();
                                added++;
                                if (added % Sql.BATCH == 0) {
                                    insert.executeBatch();
                                }
                            }
                            return insert.executeBatch();
                        });
    }

    @Override
    public Article plain(Article read) {
        return read;
    }

    @Override
    public void close() throws SQLException {
        resource.close();
    }

    /** Sets the parameters of {@link Sql#IMPORT}. */
    static void set(PreparedStatement insert, Article article) throws SQLException {
        insert.setLong(1, article.id());
        set(insert, 2, article);
    }

    private static void set(PreparedStatement statement, int first, Article article)
            throws SQLException {
        statement.setString(first, article.title());
        statement.setString(first + 1, article.category());
        statement.setLong(first + 2, article.price());
        statement.setLong(first + 3, article.stock());
    }

    private static List<Article> articles(PreparedStatement select) throws SQLException {
        var articles = new ArrayList<Article>(PAGE);
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                articles.add(article(rows));
            }
        }
        return articles;
    }

    static Article article(ResultSet rows) throws SQLException {
        return new Article(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getLong(4),
                rows.getLong(5));
    }
}
