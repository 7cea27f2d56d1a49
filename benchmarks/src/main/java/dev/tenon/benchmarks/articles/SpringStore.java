package dev.tenon.benchmarks.articles;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import dev.tenon.benchmarks.sql.Product;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring Data JDBC: a repository, and its template where keys are not the database's. */
final class SpringStore implements ArticleStore<SpringArticle> {

    private static final Sort ORDER = Sort.by("price", "id");

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final SpringArticles articles;
    private final JdbcAggregateTemplate template;
    private final TransactionTemplate transactions;

    SpringStore(HikariDataSource pool, Product product) {
        this.pool = pool;
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(Product.class, () -> product);
        context.register(SpringBeans.class);
        context.refresh();
        articles = context.getBean(SpringArticles.class);
        template = context.getBean(JdbcAggregateTemplate.class);
        transactions = context.getBean(TransactionTemplate.class);
    }

    @Override
    public SpringArticle find(long id) {
        return articles.findById(id).orElseThrow();
    }

    @Override
    public long insert(Article article) {
        return articles.save(SpringArticle.of(article)).id();
    }

    @Override
    public void update(Article article) {
        var _ = articles.save(SpringArticle.of(article));
    }

    @Override
    public List<SpringArticle> page(String category, int number) {
        return articles.findByCategoryAndStockGreaterThan(
                category, 0, PageRequest.of(number, PAGE, ORDER));
    }

    @Override
    public List<SpringArticle> first() {
        return articles.findFirst50ByOrderByPriceAscIdAsc();
    }

    @Override
    public List<SpringArticle> after(Place place) {
        return articles.after(place.price(), place.id());
    }

    @Override
    public void insertAll(List<Article> articles) {
        transactions.executeWithoutResult(_ -> {
            for (int from = 0; from < articles.size(); from += Sql.BATCH) {
                var portion = articles.subList(from, Math.min(from + Sql.BATCH, articles.size()));
                var _ = template.insertAll(portion.stream().map(SpringImported::of).toList());
            }
        });
    }

    @Override
    public Article plain(SpringArticle read) {
        return read.article();
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
