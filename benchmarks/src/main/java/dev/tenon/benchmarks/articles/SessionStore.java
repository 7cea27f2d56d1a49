package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import dev.tenon.benchmarks.handout.SessionSource;
import dev.tenon.benchmarks.sql.PluginHost;
import dev.tenon.benchmarks.sql.Target;
import dev.tenon.core.host.Host;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The sessions of a module, with SQL. */
final class SessionStore implements ArticleStore<Article> {

    private final Host host;
    private final SessionFactory sessions;

    SessionStore(Target target, Path folder) throws IOException {
        host = PluginHost.start(CataloguePlugin.write(folder), target, folder);
        sessions = host.services().get(SessionSource.class).sessions();
    }

    @Override
    public Article find(long id) {
        return sessions.read(
                ReadOptions.SINGLE_STATEMENT, s -> s.query(Sql.FIND, id).one(Article.class));
    }

    @Override
    public long insert(Article article) {
        return sessions.write(
                WriteOptions.SINGLE_STATEMENT,
                s ->
                        s.query(
                                        Sql.INSERT,
                                        article.title(),
                                        article.category(),
                                        article.price(),
                                        article.stock())
                                .one(Long.class));
    }

    @Override
    public void update(Article article) {
        sessions.write(
                WriteOptions.SINGLE_STATEMENT,
                s ->
                        s.execute(
                                Sql.UPDATE,
                                article.title(),
                                article.category(),
                                article.price(),
                                article.stock(),
                                article.id()));
    }

    @Override
    public List<Article> page(String category, int number) {
        return sessions.read(
                ReadOptions.SINGLE_STATEMENT,
                s -> s.query(Sql.PAGE, category, PAGE, number * PAGE).list(Article.class));
    }

    @Override
    public List<Article> first() {
        return sessions.read(
                ReadOptions.SINGLE_STATEMENT, s -> s.query(Sql.FIRST, PAGE).list(Article.class));
    }

    @Override
    public List<Article> after(Place place) {
        return sessions.read(
                ReadOptions.SINGLE_STATEMENT,
                s -> s.query(Sql.AFTER, place.price(), place.id(), PAGE).list(Article.class));
    }

    @Override
    public void insertAll(List<Article> articles) {
        sessions.write(s -> {
            var batch = s.batch(Sql.IMPORT).portion(Sql.BATCH);
            for (Article article : articles) {
                batch.add(
                        article.id(),
                        article.title(),
                        article.category(),
                        article.price(),
                        article.stock());
            }
            return batch.execute();
        });
    }

    @Override
    public Article plain(Article read) {
        return read;
    }

    @Override
    public void close() {
        host.close();
    }
}
