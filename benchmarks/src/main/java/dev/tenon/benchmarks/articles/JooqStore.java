package dev.tenon.benchmarks.articles;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import dev.tenon.benchmarks.sql.Product;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ's DSL, without the listener that logs what it runs. */
final class JooqStore implements ArticleStore<Article> {

    private static final Table<Record> ARTICLE = table(name("article"));
    private static final Table<Record> IMPORTED = table(name("imported"));
    private static final Field<Long> ID = field(name("id"), Long.class);
    private static final Field<String> TITLE = field(name("title"), String.class);
    private static final Field<String> CATEGORY = field(name("category"), String.class);
    private static final Field<Long> PRICE = field(name("price"), Long.class);
    private static final Field<Long> STOCK = field(name("stock"), Long.class);

    private final HikariDataSource pool;
    private final DSLContext jooq;

    JooqStore(HikariDataSource pool, Product product) {
        this.pool = pool;
        jooq =
                DSL.using(
                        pool,
                        switch (product) {
                            case SQLITE -> SQLDialect.SQLITE;
                            case POSTGRESQL -> SQLDialect.POSTGRES;
                        },
                        new Settings().withExecuteLogging(false));
    }

    @Override
    public Article find(long id) {
        return Objects.requireNonNull(
                articles().where(ID.eq(id)).fetchOne(Records.mapping(Article::new)));
    }

    @Override
    public long insert(Article article) {
        return Objects.requireNonNull(
                        jooq.insertInto(ARTICLE, TITLE, CATEGORY, PRICE, STOCK)
                                .values(
                                        article.title(),
                                        article.category(),
                                        article.price(),
                                        article.stock())
                                .returningResult(ID)
                                .fetchOne())
                .value1();
    }

    @Override
    public void update(Article article) {
        jooq.update(ARTICLE)
                .set(TITLE, article.title())
                .set(CATEGORY, article.category())
                .set(PRICE, article.price())
                .set(STOCK, article.stock())
                .where(ID.eq(article.id()))
                .execute();
    }

    @Override
    public List<Article> page(String category, int number) {
        return articles()
                .where(CATEGORY.eq(category), STOCK.gt(0L))
                .orderBy(PRICE, ID)
                .limit(PAGE)
                .offset(number * PAGE)
                .fetch(Records.mapping(Article::new));
    }

    @Override
    public List<Article> first() {
        return articles().orderBy(PRICE, ID).limit(PAGE).fetch(Records.mapping(Article::new));
    }

    @Override
    public List<Article> after(Place place) {
        return articles()
                .orderBy(PRICE, ID)
                .seek(place.price(), place.id())
                .limit(PAGE)
                .fetch(Records.mapping(Article::new));
    }

    private SelectJoinStep<Record5<Long, String, String, Long, Long>> articles() {
        return jooq.select(ID, TITLE, CATEGORY, PRICE, STOCK).from(ARTICLE);
    }

    @Override
    public void insertAll(List<Article> articles) {
        jooq.transaction(transaction -> {
            for (int from = 0; from < articles.size(); from += Sql.BATCH) {
                insert(
                        transaction.dsl(),
                        articles.subList(from, Math.min(from + Sql.BATCH, articles.size())));
            }
        });
    }

    private static void insert(DSLContext transaction, List<Article> portion) {
        var batch =
                transaction.batch(
                        transaction
                                .insertInto(IMPORTED, ID, TITLE, CATEGORY, PRICE, STOCK)
                                .values(0L, "", "", 0L, 0L));
        for (Article article : portion) {
            batch =
                    batch.bind(
                            article.id(),
                            article.title(),
                            article.category(),
                            article.price(),
                            article.stock());
        }
        batch.execute();
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
