package dev.tenon.benchmarks.sql;

import java.nio.file.Path;

/** The ways to the table. */
public enum Rival {
    RAW("raw JDBC, reused statement"),
    RAW_TRANSACTION("the same, begin and commit"),
    SESSION("**session**"),
    SESSION_SINGLE_STATEMENT("**session**, single statement"),
    HIKARICP("HikariCP alone"),
    SPRING("Spring JdbcTemplate"),
    JDBI("Jdbi"),
    JOOQ("jOOQ");

    private final String label;

    Rival(String label) {
        this.label = label;
    }

    /** Returns its name for readers. */
    public String label() {
        return label;
    }

    /**
     * Returns whether it is another way than the rest: to SQLite a single statement is no other.
     */
    public boolean isFor(Product product) {
        return this != SESSION_SINGLE_STATEMENT || product != Product.SQLITE;
    }

    /**
     * Opens it.
     *
     * @param folder where it may leave files
     */
    public Access open(Target target, Path folder) throws Exception {
        return switch (this) {
            case RAW -> RawAccess.open(target);
            case RAW_TRANSACTION -> RawAccess.transactional(target);
            case SESSION -> SessionAccess.open(target, folder);
            case SESSION_SINGLE_STATEMENT -> SessionAccess.singleStatement(target, folder);
            case HIKARICP -> PoolAccess.open(target);
            case SPRING -> new SpringAccess(target);
            case JDBI -> new JdbiAccess(target);
            case JOOQ -> new JooqAccess(target);
        };
    }
}
