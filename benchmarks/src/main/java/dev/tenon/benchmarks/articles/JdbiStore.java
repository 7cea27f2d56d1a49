package dev.tenon.benchmarks.articles;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Jdbi's core: SQL with parameters by position, and a mapper of positions. */
final class JdbiStore implements ArticleStore<Article> {

    private static final RowMapper<Article> MAPPER = (rows, _) -> JdbcStore.article(rows);

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    JdbiStore(HikariDataSource pool) {
        this.pool = pool;
        jdbi = Jdbi.create(pool);
    }

    @Override
    public Article find(long id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(Sql.FIND).bind(0, id).map(MAPPER).one());
    }

    @Override
    public long insert(Article article) {
        return jdbi.withHandle(handle ->
                handle.createQuery(Sql.INSERT)
                        .bind(0, article.title())
                        .bind(1, article.category())
                        .bind(2, article.price())
                        .bind(3, article.stock())
                        .mapTo(long.class)
                        .one());
    }

    @Override
    public void update(Article article) {
        jdbi.useHandle(handle ->
                handle.execute(
                        Sql.UPDATE,
                        article.title(),
                        article.category(),
                        article.price(),
                        article.stock(),
                        article.id()));
    }

    @Override
    public List<Article> page(String category, int number) {
        return list(Sql.PAGE, category, PAGE, number * PAGE);
    }

    @Override
    public List<Article> first() {
        return list(Sql.FIRST, PAGE);
    }

    @Override
    public List<Article> after(Place place) {
        return list(Sql.AFTER, place.price(), place.id(), PAGE);
    }

    private List<Article> list(String sql, Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(sql, parameters).map(MAPPER).list());
    }

    @Override
    public void insertAll(List<Article> articles) {
        jdbi.useTransaction(handle -> {
            try (var batch = handle.prepareBatch(Sql.IMPORT)) {
                for (Article article : articles) {
                    batch.add(
                            article.id(),
                            article.title(),
                            article.category(),
                            article.price(),
                            article.stock());
                    if (batch.size() == Sql.BATCH) {
                        var _ = batch.execute();
                    }
                }
                if (batch.size() > 0) {
                    var _ = batch.execute();
                }
            }
        });
    }

    @Override
    public Article plain(Article read) {
        return read;
    }

    @Override
    public void close() {
        pool.close();
    }
}
