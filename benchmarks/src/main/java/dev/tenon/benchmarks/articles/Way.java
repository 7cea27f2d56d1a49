package dev.tenon.benchmarks.articles;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.RepositorySource;
import dev.tenon.benchmarks.sql.PluginHost;
import dev.tenon.benchmarks.sql.Target;
import dev.tenon.core.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import org.sqlite.SQLiteConfig.TransactionMode;

/** The ways to the catalogue. */
public enum Way {
    RAW("raw JDBC"),
    RAW_TRANSACTION("the same, begin and commit"),
    RAW_KEPT("the same, one connection, statements kept"),
    REPOSITORY("**repository**"),
    BY_NAME("**by name**"),
    SESSION("**session**, with SQL"),
    SPRING_DATA("Spring Data JDBC"),
    HIBERNATE("Hibernate, stateless session"),
    JDBI("Jdbi"),
    JOOQ("jOOQ");

    private static final int SERVER_CONNECTIONS = 10;
    private static final int FILE_READERS = 4;

    private final String label;

    Way(String label) {
        this.label = label;
    }

    /** Returns its name for tables, which stress Tenon's own. */
    public String label() {
        return label;
    }

    /** Returns its name for sentences. */
    public String plainLabel() {
        return label.replace("*", "");
    }

    /**
     * Opens it.
     *
     * @param folder where it may leave files
     */
    public ArticleStore<?> open(Target target, Path folder) throws Exception {
        return switch (this) {
            case RAW ->
                    pooled(
                            target,
                            false,
                            pool -> new JdbcStore(new Statements.Pooled(pool), pool::close));
            case RAW_TRANSACTION ->
                    pooled(
                            target,
                            false,
                            pool -> new JdbcStore(new Statements.Transactional(pool), pool::close));
            case RAW_KEPT -> kept(target);
            case REPOSITORY -> repository(target, folder);
            case BY_NAME -> new ByNameStore(host(target, folder));
            case SESSION -> new SessionStore(target, folder);
            case SPRING_DATA ->
                    pooled(target, true, pool -> new SpringStore(pool, target.product()));
            case HIBERNATE -> pooled(target, true, HibernateStore::new);
            case JDBI -> pooled(target, false, JdbiStore::new);
            case JOOQ -> pooled(target, false, pool -> new JooqStore(pool, target.product()));
        };
    }

    private static ArticleStore<?> repository(Target target, Path folder) throws IOException {
        var host = host(target, folder);
        return host.services().get(RepositorySource.class).store(host::close);
    }

    private static Host host(Target target, Path folder) throws IOException {
        return PluginHost.start(CataloguePlugin.write(folder), target, folder);
    }

    private static ArticleStore<?> kept(Target target) throws SQLException {
        var connection = target.connections(TransactionMode.DEFERRED, false).getConnection();
        return new JdbcStore(new Statements.Kept(connection), connection::close);
    }

    /**
     * @param keys whether it asks the driver for the key of a new row
     */
    private static <A> ArticleStore<A> pooled(
            Target target, boolean keys, Function<HikariDataSource, ArticleStore<A>> way) {
        var connections = target.connections(TransactionMode.DEFERRED, keys);
        return switch (target.product()) {
            case SQLITE ->
                    new SplitStore<>(
                            way.apply(Target.pool(connections, FILE_READERS)),
                            way.apply(Target.pool(connections, 1)));
            case POSTGRESQL -> way.apply(Target.pool(connections, SERVER_CONNECTIONS));
        };
    }
}
