package dev.tenon.benchmarks.articles;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import jakarta.persistence.ValidationMode;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Hibernate's stateless sessions: entities, but no persistence context. */
final class HibernateStore implements ArticleStore<HibernateArticle> {

    private static final String PAGE_OF_CATEGORY =
            "from HibernateArticle where category = :category and stock > 0 order by price, id";

    private static final String ALL = "from HibernateArticle order by price, id";

    private static final String AFTER =
            "from HibernateArticle where (price, id) > (:price, :id) order by price, id";

    private final HikariDataSource pool;
    private final SessionFactory hibernate;

    HibernateStore(HikariDataSource pool) {
        this.pool = pool;
        hibernate =
                new HibernatePersistenceConfiguration("bench")
                        .managedClasses(HibernateArticle.class, HibernateImported.class)
                        .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool)
                        .property(AvailableSettings.STATEMENT_BATCH_SIZE, Sql.BATCH)
                        // The validator that is on the path has no expression language.
                        .validationMode(ValidationMode.NONE)
                        .createEntityManagerFactory();
    }

    @Override
    public HibernateArticle find(long id) {
        return hibernate.fromStatelessSession(session -> session.get(HibernateArticle.class, id));
    }

    @Override
    public long insert(Article article) {
        var row = HibernateArticle.of(article);
        hibernate.inStatelessTransaction(session -> session.insert(row));
        return row.id;
    }

    @Override
    public void update(Article article) {
        hibernate.inStatelessTransaction(session -> session.update(HibernateArticle.of(article)));
    }

    @Override
    public List<HibernateArticle> page(String category, int number) {
        return hibernate.fromStatelessSession(session ->
                session.createSelectionQuery(PAGE_OF_CATEGORY, HibernateArticle.class)
                        .setParameter("category", category)
                        .setFirstResult(number * PAGE)
                        .setMaxResults(PAGE)
                        .getResultList());
    }

    @Override
    public List<HibernateArticle> first() {
        return hibernate.fromStatelessSession(session ->
                session.createSelectionQuery(ALL, HibernateArticle.class)
                        .setMaxResults(PAGE)
                        .getResultList());
    }

    @Override
    public List<HibernateArticle> after(Place place) {
        return hibernate.fromStatelessSession(session ->
                session.createSelectionQuery(AFTER, HibernateArticle.class)
                        .setParameter("price", place.price())
                        .setParameter("id", place.id())
                        .setMaxResults(PAGE)
                        .getResultList());
    }

    @Override
    public void insertAll(List<Article> articles) {
        hibernate.inStatelessTransaction(session ->
                session.insertMultiple(articles.stream().map(HibernateImported::of).toList()));
    }

    @Override
    public Article plain(HibernateArticle read) {
        return read.article();
    }

    @Override
    public void close() {
        hibernate.close();
        pool.close();
    }
}
