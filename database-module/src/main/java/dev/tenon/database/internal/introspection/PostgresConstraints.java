package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.UniqueKey;
import dev.tenon.database.schema.Unmodelled;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads the constraints of the tables of PostgreSQL. */
final class PostgresConstraints {

    /** What the catalog says of a constraint. */
    private record Info(
            long table,
            String name,
            String type,
            List<String> columns,
            String target,
            List<String> targetColumns,
            String onUpdate,
            String onDelete,
            boolean isUsual,
            boolean isDeferred,
            String definition,
            String condition) {

        static Info of(ResultSet row) throws SQLException {
            return new Info(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    Rows.texts(row, 4),
                    Rows.text(row, "target"),
                    Rows.texts(row, 6),
                    row.getString(7),
                    row.getString(8),
                    row.getBoolean(9),
                    row.getBoolean(10),
                    row.getString(11),
                    Rows.text(row, "condition"));
        }
    }

    private final Connection connection;
    private final Dialect dialect;

    PostgresConstraints(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    void addTo(Map<Long, FoundTable> tables) throws SQLException {
        for (Info info : infos()) {
            var table = tables.get(info.table());
            if (table != null) {
                add(info, table);
            }
        }
    }

    private List<Info> infos() throws SQLException {
        return Rows.of(
                connection,
                """
                SELECT k.conrelid, k.conname, k.contype::text,
                    ARRAY(SELECT a.attname::text
                        FROM unnest(k.conkey) WITH ORDINALITY AS u(n, i)
                            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n
                        ORDER BY u.i),
                    CASE WHEN r.relnamespace = c.relnamespace THEN r.relname END AS target,
                    ARRAY(SELECT a.attname::text
                        FROM unnest(k.confkey) WITH ORDINALITY AS u(n, i)
                            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n
                        ORDER BY u.i),
                    k.confupdtype::text, k.confdeltype::text,
                    k.convalidated AND k.condeferrable = k.condeferred
                        AND (k.contype <> 'c' OR NOT k.connoinherit)
                        AND (k.contype <> 'f' OR k.confmatchtype = 's'),
                    k.condeferred, pg_get_constraintdef(k.oid),
                    pg_get_expr(k.conbin, k.conrelid) AS condition
                FROM pg_constraint k
                    JOIN pg_class c ON c.oid = k.conrelid
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    LEFT JOIN pg_class r ON r.oid = k.confrelid
                WHERE n.nspname = current_schema() AND k.contype IN ('p', 'u', 'f', 'c', 'x')
                ORDER BY k.conrelid, k.oid\
                """,
                Info::of);
    }

    private void add(Info info, FoundTable table) {
        if (!info.type().equals("c") && !table.hasColumns(info.columns())) {
            keepUnless(false, info, table);
            return;
        }
        var tokens = Tokens.of(info.definition(), dialect.lexis());
        switch (info.type()) {
            case "p" -> {
                table.primaryKey.addAll(info.columns());
                keepUnless(endsWithColumns(tokens) && info.isUsual(), info, table);
            }
            case "u" -> {
                table.uniqueKeys.add(new UniqueKey(info.name(), info.columns()));
                keepUnless(
                        endsWithColumns(tokens) && info.isUsual() && !has(tokens, "NULLS"),
                        info,
                        table);
            }
            case "f" -> {
                if (info.target().isEmpty()) {
                    keepUnless(false, info, table);
                } else {
                    table.foreignKeys.add(foreignKey(info));
                    keepUnless(isPlainReference(tokens) && info.isUsual(), info, table);
                }
            }
            case "c" -> {
                table.checks.add(new Check(info.name(), info.condition()));
                keepUnless(info.isUsual() && !has(tokens, "ENFORCED"), info, table);
            }
            default -> keepUnless(false, info, table);
        }
    }

    private static void keepUnless(boolean isUsual, Info info, FoundTable table) {
        if (!isUsual) {
            table.keep(Unmodelled.Kind.CONSTRAINT, info.name(), info.definition());
        }
    }

    private static boolean has(List<Token> tokens, String word) {
        return tokens.stream().anyMatch(t -> t.is(word));
    }

    /** What else a key can have stands behind its columns, or is said of one of them. */
    private static boolean endsWithColumns(List<Token> tokens) {
        return tokens.getLast().is(")") && !has(tokens, "OVERLAPS") && parentheses(tokens) == 1;
    }

    /** SET NULL can be for some of the columns, which stand in parentheses of their own. */
    private static boolean isPlainReference(List<Token> tokens) {
        return parentheses(tokens) == 2 && !has(tokens, "ENFORCED") && !has(tokens, "PERIOD");
    }

    private static long parentheses(List<Token> tokens) {
        return tokens.stream().filter(t -> t.is("(")).count();
    }

    private static ForeignKey foreignKey(Info info) {
        return new ForeignKey(
                info.name(),
                info.columns(),
                info.target(),
                info.targetColumns(),
                action(info.onDelete()),
                action(info.onUpdate()),
                info.isDeferred());
    }

    /** https://www.postgresql.org/docs/18/catalog-pg-constraint.html */
    private static ReferentialAction action(String code) {
        return switch (code) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
