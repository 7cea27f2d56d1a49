package dev.tenon.database.internal.dialect;

import dev.tenon.database.engine.Dialect;
import java.util.List;
import java.util.Optional;

/** The dialects that come with the database module. Safe for use by many threads. */
public final class Dialects {

    private static final SqliteDialect SQLITE = new SqliteDialect();
    private static final PostgresDialect POSTGRES = new PostgresDialect();
    private static final MariaDbDialect MARIADB = new MariaDbDialect();
    private static final CockroachDialect COCKROACH = new CockroachDialect();

    private Dialects() {}

    /** Returns all of them, in the order of the documentation. */
    public static List<Dialect> all() {
        return List.of(SQLITE, POSTGRES, MARIADB, COCKROACH);
    }

    /** Returns that of the engine which is used where no setting names another. */
    public static Dialect standard() {
        return SQLITE;
    }

    /** Returns the dialect for a JDBC address, or nothing if there is none for it. */
    public static Optional<Dialect> of(String url) {
        return switch (url.split(":", 3)) {
            case String[] parts when parts.length == 3 && parts[0].equals("jdbc") ->
                    switch (parts[1]) {
                        case "sqlite" -> Optional.of(SQLITE);
                        case "postgresql" -> Optional.of(POSTGRES);
                        case "mariadb", "mysql" -> Optional.of(MARIADB);
                        case "cockroachdb" -> Optional.of(COCKROACH);
                        default -> Optional.empty();
                    };
            default -> Optional.empty();
        };
    }
}
