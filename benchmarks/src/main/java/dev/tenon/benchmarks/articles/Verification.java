package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import dev.tenon.benchmarks.handout.ArticleStore;
import dev.tenon.benchmarks.handout.Place;
import dev.tenon.benchmarks.sql.Target;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * Compares what a way reads and writes with what raw JDBC does: a way that does something else is
 * not worth a measurement.
 *
 * @param target a copy of the catalogue, which is written to
 */
public record Verification(Catalogue catalogue, Target target) {

    private static final int IMPORTED = 2_500;

    /**
     * Does everything once.
     *
     * @param folder where the way may leave files
     * @throws IllegalStateException if the way differs
     */
    public void verify(Way way, Path folder) throws Exception {
        try (var raw = Way.RAW.open(target, folder);
                var store = way.open(target, folder)) {
            var check = new Check(way.plainLabel() + " on " + target.product().label());
            reads(raw, store, check);
            writes(raw, store, check);
            imports(store, check);
        }
    }

    private void reads(ArticleStore<?> raw, ArticleStore<?> way, Check check) throws SQLException {
        check.equal("find", one(way, 7), catalogue.at(7));
        for (int number = 0; number < 3; number++) {
            var category = catalogue.category(number);
            check.equal("page", page(way, category, number), page(raw, category, number));
        }
        check.equal("first page", first(way), first(raw));
        var deep = catalogue.deep(target);
        check.equal("deep page", after(way, deep), after(raw, deep));
        check.equal("size of a page", after(way, deep).size(), ArticleStore.PAGE);
    }

    private void writes(ArticleStore<?> raw, ArticleStore<?> way, Check check) throws SQLException {
        var added = new Article(0, "Übergröße '7'", "new", 1, 2);
        long id = way.insert(added);
        check.equal("insert", one(raw, id), added.withId(id));
        var changed = new Article(id, "changed", "other", 3, 0);
        way.update(changed);
        check.equal("update", one(raw, id), changed);
    }

    private void imports(ArticleStore<?> way, Check check) throws SQLException {
        var articles = LongStream.rangeClosed(1, IMPORTED).mapToObj(catalogue::at).toList();
        way.insertAll(articles);
        check.equal("bulk insert", takeImported(), articles);
    }

    private List<Article> takeImported() throws SQLException {
        try (var connection = target.connections(TransactionMode.IMMEDIATE, false).getConnection();
                var statement = connection.createStatement()) {
            var found = new ArrayList<Article>();
            try (var rows =
                    statement.executeQuery(
                            "select " + Sql.COLUMNS + " from imported order by id")) {
                while (rows.next()) {
                    found.add(JdbcStore.article(rows));
                }
            }
            statement.executeUpdate("delete from imported");
            return found;
        }
    }

    private static <A> Article one(ArticleStore<A> store, long id) throws SQLException {
        return store.plain(store.find(id));
    }

    private static <A> List<Article> page(ArticleStore<A> store, String category, int number)
            throws SQLException {
        return store.page(category, number).stream().map(store::plain).toList();
    }

    private static <A> List<Article> first(ArticleStore<A> store) throws SQLException {
        return store.first().stream().map(store::plain).toList();
    }

    private static <A> List<Article> after(ArticleStore<A> store, Place place) throws SQLException {
        return store.after(place).stream().map(store::plain).toList();
    }

    private record Check(String who) {

        void equal(String what, Object found, Object expected) {
            if (!found.equals(expected)) {
                throw new IllegalStateException(
                        "%s is not measured: its %s gives %s instead of %s"
                                .formatted(who, what, found, expected));
            }
        }
    }
}
