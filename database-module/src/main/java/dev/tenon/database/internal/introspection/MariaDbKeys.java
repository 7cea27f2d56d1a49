package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.UniqueKey;
import dev.tenon.database.schema.Unmodelled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the keys, foreign keys and indexes of one table of MariaDB. */
final class MariaDbKeys {

    /** One column of an index, as {@code information_schema.statistics} has it. */
    private record Part(
            String index, boolean isUnique, String column, boolean isDescending, boolean isUsual) {}

    /** One column of a foreign key. */
    private record Reference(
            String name,
            String column,
            boolean isHere,
            String target,
            String targetColumn,
            String onUpdate,
            String onDelete) {}

    private final Connection connection;
    private final TableText text;
    private final Set<Lexis> lexis;

    MariaDbKeys(Connection connection, TableText text, Set<Lexis> lexis) {
        this.connection = connection;
        this.text = text;
        this.lexis = lexis;
    }

    void addTo(FoundTable found) throws SQLException {
        for (var references : grouped(references(found.name()), Reference::name)) {
            add(references, found);
        }
        for (var parts : grouped(parts(found.name()), Part::index)) {
            addIndex(parts, found);
        }
    }

    private static <T> List<List<T>> grouped(List<T> rows, Function<T, String> name) {
        var groups = new LinkedHashMap<String, List<T>>();
        rows.forEach(r -> groups.computeIfAbsent(name.apply(r), _ -> new ArrayList<>()).add(r));
        return List.copyOf(groups.values());
    }

    private List<Part> parts(String table) throws SQLException {
        return Rows.of(
                connection,
                """
                SELECT index_name, non_unique = 0, column_name, COALESCE(collation, '') = 'D',
                    sub_part IS NULL AND index_type = 'BTREE' AND column_name IS NOT NULL
                FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND table_name = ?
                ORDER BY index_name, seq_in_index\
                """,
                row ->
                        new Part(
                                row.getString(1),
                                row.getBoolean(2),
                                Rows.text(row, "column_name"),
                                row.getBoolean(4),
                                row.getBoolean(5)),
                table);
    }

    private void addIndex(List<Part> parts, FoundTable found) {
        var name = parts.getFirst().index();
        var columns = parts.stream().map(Part::column).toList();
        if (!parts.stream().allMatch(Part::isUsual) || !found.hasColumns(columns)) {
            found.keep(Unmodelled.Kind.INDEX, name, sqlOf(name));
        } else if (name.equals("PRIMARY")) {
            found.primaryKey.addAll(columns);
        } else {
            var index =
                    new Index(
                            name,
                            parts.stream()
                                    .map(p -> new Index.Part(p.column(), p.isDescending()))
                                    .toList(),
                            parts.getFirst().isUnique(),
                            Optional.empty());
            if (UniqueIndexes.areKeys(index)) {
                found.uniqueKeys.add(new UniqueKey(name, columns));
            } else if (!ImpliedIndexes.include(index, found.foreignKeys)) {
                found.indexes.add(index);
            }
        }
    }

    private String sqlOf(String index) {
        return text.columns().stream()
                .map(TableText.ColumnText::sql)
                .filter(sql -> !sql.startsWith("`"))
                .filter(sql ->
                        Tokens.of(sql, lexis).stream()
                                .filter(Token::isName)
                                .anyMatch(t -> t.text().equals(index)))
                .findFirst()
                .orElse("");
    }

    private List<Reference> references(String table) throws SQLException {
        return Rows.of(
                connection,
                """
                SELECT k.constraint_name, k.column_name,
                    k.referenced_table_schema = k.table_schema, k.referenced_table_name,
                    k.referenced_column_name, r.update_rule, r.delete_rule
                FROM information_schema.key_column_usage k
                    JOIN information_schema.referential_constraints r
                        ON r.constraint_schema = k.constraint_schema
                            AND r.table_name = k.table_name
                            AND r.constraint_name = k.constraint_name
                WHERE k.table_schema = DATABASE() AND k.table_name = ?
                    AND k.referenced_table_name IS NOT NULL
                ORDER BY k.constraint_name, k.ordinal_position\
                """,
                row ->
                        new Reference(
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)),
                table);
    }

    private void add(List<Reference> references, FoundTable found) {
        var first = references.getFirst();
        var columns = references.stream().map(Reference::column).toList();
        if (!first.isHere() || !found.hasColumns(columns)) {
            var sql =
                    text.all(Clause.Kind.FOREIGN_KEY)
                            .filter(c -> c.name().equals(first.name()))
                            .findFirst()
                            .map(Clause::sql)
                            .orElse("");
            found.keep(Unmodelled.Kind.CONSTRAINT, first.name(), sql);
            return;
        }
        found.foreignKeys.add(
                new ForeignKey(
                        first.name(),
                        columns,
                        first.target(),
                        references.stream().map(Reference::targetColumn).toList(),
                        action(first.onDelete()),
                        action(first.onUpdate()),
                        false));
    }

    /** RESTRICT is the same as NO ACTION here. */
    private static ReferentialAction action(String sql) {
        return sql.equals("RESTRICT")
                ? ReferentialAction.NO_ACTION
                : ReferentialAction.valueOf(sql.replace(' ', '_'));
    }
}
