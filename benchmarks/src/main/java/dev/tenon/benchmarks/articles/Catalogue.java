package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.Place;
import dev.tenon.benchmarks.sql.PluginHost;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * What the tables hold: always the same.
 *
 * @param articles how many there are, with keys from 1
 */
public record Catalogue(int articles) {

    /** How many articles a category has, nine of ten in stock. */
    private static final int CATEGORY = 1_000;

    /** What the number of articles before the deep can be divided by. */
    static final int STEP = 100;

    private static final int PRICES = 100_000;

    /** Makes neighbours unlike each other: 2^64 divided by the golden ratio. */
    private static final long MIXER = 0x9E37_79B9_7F4A_7C15L;

    /** Returns the article with the key. */
    public Article at(long id) {
        long mixed = (id * MIXER) >>> 24;
        return new Article(
                id, "Article number " + id, category(id), mixed % PRICES, mixed / PRICES % 10);
    }

    /** Returns a category, any for any number. */
    public String category(long number) {
        return "category " + number % Math.max(1, articles / CATEGORY);
    }

    /**
     * Makes the tables in an empty database, as Tenon makes them from entities, and fills them.
     *
     * @param folder where a host may leave files
     */
    void fill(Target target, Path folder) throws IOException, SQLException {
        PluginHost.start(CataloguePlugin.write(folder), target, folder).close();
        try (var connection = connect(target);
                var statement = connection.createStatement()) {
            addArticles(connection);
            for (String sql : afterwards(target.product())) {
                statement.execute(sql);
            }
        }
    }

    /**
     * Returns a place far from the begin, with a tenth of the catalogue after it: where a page ends
     * if all have {@link #STEP} articles.
     */
    public Place deep(Target target) throws SQLException {
        try (var connection = connect(target);
                var select =
                        connection.prepareStatement(
                                "select price, id from article order by price, id"
                                        + " limit 1 offset ?")) {
            select.setInt(1, articles / (10 * STEP) * (9 * STEP) - 1);
            try (var rows = select.executeQuery()) {
                rows.next();
                return new Place(rows.getLong(1), rows.getLong(2));
            }
        }
    }

    private void addArticles(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(Sql.IMPORT.replace("imported", "article"))) {
            for (int id = 1; id <= articles; id++) {
                JdbcStore.set(insert, at(id));
                insert.addBatch();
                if (id % Sql.BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Returns what sets the next key, puts the indexes in order, and counts for the planner. */
    private List<String> afterwards(Product product) {
        return switch (product) {
            case SQLITE -> List.of("vacuum", "analyze");
            case POSTGRESQL ->
                    List.of(
                            "alter table article alter column id restart with " + (articles + 1),
                            "reindex table article",
                            "vacuum analyze");
        };
    }

    private static Connection connect(Target target) throws SQLException {
        return target.connections(TransactionMode.DEFERRED, false).getConnection();
    }
}
