package dev.tenon.benchmarks.articles;

/** The statements of those who write SQL. */
final class Sql {

    static final String COLUMNS = "id, title, category, price, stock";

    static final String FIND = "select " + COLUMNS + " from article where id = ?";

    static final String INSERT =
            "insert into article (title, category, price, stock) values (?, ?, ?, ?) returning id";

    static final String UPDATE =
            "update article set title = ?, category = ?, price = ?, stock = ? where id = ?";

    static final String PAGE =
            "select "
                    + COLUMNS
                    + " from article where category = ? and stock > 0 order by price, id"
                    + " limit ? offset ?";

    static final String FIRST = "select " + COLUMNS + " from article order by price, id limit ?";

    static final String AFTER =
            "select "
                    + COLUMNS
                    + " from article where (price, id) > (?, ?) order by price, id limit ?";

    static final String IMPORT = "insert into imported (" + COLUMNS + ") values (?, ?, ?, ?, ?)";

    /** How many rows are sent to the database at once, by all who can say so. */
    static final int BATCH = 1_000;

    private Sql() {}
}
