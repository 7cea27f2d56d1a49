package dev.tenon.database.internal.generation.sqlite;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.introspection.Tokens;
import dev.tenon.database.internal.script.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The statements that SQLite keeps of what it holds.
 *
 * @param byName the statements by the folded names; those of automatic indexes are not there
 */
public record SqliteTexts(Dialect dialect, Map<String, String> byName) {

    public SqliteTexts {
        byName = Map.copyOf(byName);
    }

    public static SqliteTexts read(Connection connection, Dialect dialect) throws SQLException {
        var texts = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
            while (rows.next()) {
                texts.put(dialect.folded(rows.getString(1)), bare(rows.getString(2), dialect));
            }
        }
        return new SqliteTexts(dialect, texts);
    }

    /** Takes off a comment at the end, in which what comes next would vanish. */
    public static String bare(String sql, Dialect dialect) {
        return Script.read(sql, dialect.lexis()).statements().getFirst().sql();
    }

    public Optional<String> of(String name) {
        return Optional.ofNullable(byName.get(dialect.folded(name)));
    }

    /** Returns the statement of a table for one of another name. */
    public Optional<String> table(String name, String newName) {
        return of(name).map(sql -> renamed(sql, newName));
    }

    /** SQLite keeps nothing between {@code TABLE} and the name. */
    private String renamed(String sql, String newName) {
        var tokens = Tokens.of(sql, dialect.lexis());
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("TABLE")) {
                var name = tokens.get(i + 1);
                return sql.substring(0, name.start())
                        + dialect.quote(newName)
                        + sql.substring(name.end());
            }
        }
        throw new IllegalStateException("SQLite keeps the statement of a table: " + sql);
    }
}
