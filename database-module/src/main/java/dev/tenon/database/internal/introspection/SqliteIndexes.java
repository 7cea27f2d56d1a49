package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.UniqueKey;
import dev.tenon.database.schema.Unmodelled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the indexes of one table of SQLite, those of its keys among them. */
final class SqliteIndexes {

    /** What {@code PRAGMA index_list} says, with the statement, which those of keys have not. */
    private record Info(
            String name, boolean isUnique, String origin, boolean isPartial, String sql) {}

    /** What {@code PRAGMA index_xinfo} says of a column, which an expression has not. */
    private record Part(Optional<String> column, boolean isDescending, String collation) {}

    private final Connection connection;
    private final TableText text;
    private final Set<Lexis> lexis;

    SqliteIndexes(Connection connection, TableText text, Set<Lexis> lexis) {
        this.connection = connection;
        this.text = text;
        this.lexis = lexis;
    }

    void addTo(FoundTable found) throws SQLException {
        for (Info info : infos(found.name())) {
            var parts = parts(info.name());
            boolean isUsual =
                    parts.stream().allMatch(p -> p.column().isPresent() && isUsual(p, found));
            switch (info.origin()) {
                case "pk" -> keepUnusual(parts, isUsual, Clause.Kind.PRIMARY_KEY, found);
                case "u" -> {
                    var columns = parts.stream().flatMap(p -> p.column().stream()).toList();
                    if (found.hasColumns(columns)) {
                        found.uniqueKeys.add(new UniqueKey(nameOf(columns), columns));
                    }
                    keepUnusual(parts, isUsual, Clause.Kind.UNIQUE, found);
                }
                default -> {
                    if (isUsual) {
                        found.indexes.add(index(info, parts));
                    } else {
                        found.keep(Unmodelled.Kind.INDEX, info.name(), info.sql());
                    }
                }
            }
        }
    }

    private List<Info> infos(String table) throws SQLException {
        return Rows.of(
                connection,
                """
                SELECT l.name, l."unique", l.origin, l.partial, s.sql
                FROM pragma_index_list(?) l
                LEFT JOIN sqlite_schema s ON s.type = 'index' AND s.name = l.name
                ORDER BY l.seq DESC\
                """,
                row ->
                        new Info(
                                row.getString(1),
                                row.getBoolean(2),
                                row.getString(3),
                                row.getBoolean(4),
                                Rows.text(row, "sql")),
                table);
    }

    private List<Part> parts(String index) throws SQLException {
        return Rows.of(
                connection,
                """
                SELECT name, "desc", coll FROM pragma_index_xinfo(?) WHERE "key" ORDER BY seqno\
                """,
                row ->
                        new Part(
                                Optional.ofNullable(row.getString(1)),
                                row.getBoolean(2),
                                Rows.text(row, "coll")),
                index);
    }

    /** The collation of the column is kept with the column. */
    private boolean isUsual(Part part, FoundTable found) {
        var column = part.column().orElse("");
        var own =
                text.of(column).stream()
                        .filter(c -> c.kind() == Clause.Kind.COLLATE)
                        .map(Clause::inner)
                        .findFirst()
                        .orElse("BINARY");
        return part.collation().equalsIgnoreCase(own)
                && found.columns.stream().anyMatch(c -> c.name().equals(column));
    }

    private void keepUnusual(
            List<Part> parts, boolean isUsual, Clause.Kind kind, FoundTable found) {
        if (!isUsual || parts.stream().anyMatch(Part::isDescending)) {
            var columns = parts.stream().flatMap(p -> p.column().stream()).toList();
            clauses(kind, columns)
                    .findFirst()
                    .ifPresent(c -> found.keep(Unmodelled.Kind.CONSTRAINT, c.name(), c.sql()));
        }
    }

    private String nameOf(List<String> columns) {
        return clauses(Clause.Kind.UNIQUE, columns)
                .map(Clause::name)
                .filter(n -> !n.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns the constraints of the statement that are over the columns. */
    private Stream<Clause> clauses(Clause.Kind kind, List<String> columns) {
        var ofColumn =
                columns.size() == 1
                        ? text.of(columns.getFirst()).stream().filter(c -> c.kind() == kind)
                        : Stream.<Clause>empty();
        var ofTable =
                text.all(kind)
                        .filter(c -> {
                            var names = names(c.inner());
                            return names.size() == columns.size()
                                    && Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                                            .allMatch(i ->
                                                    names.get(i).equalsIgnoreCase(columns.get(i)));
                        });
        return Stream.concat(ofColumn, ofTable);
    }

    /** Returns the first name of each part between commas. */
    private List<String> names(String list) {
        var tokens = Tokens.of(list, lexis);
        return Stream.iterate(0, i -> i < tokens.size(), i -> i + 1)
                .filter(i -> i == 0 || tokens.get(i - 1).is(","))
                .map(i -> tokens.get(i).text())
                .toList();
    }

    private Index index(Info info, List<Part> parts) {
        return new Index(
                info.name(),
                parts.stream()
                        .map(p -> new Index.Part(p.column().orElseThrow(), p.isDescending()))
                        .toList(),
                info.isUnique(),
                info.isPartial() ? Optional.of(condition(info.sql())) : Optional.empty());
    }

    /** What stands behind the columns is the condition. */
    private String condition(String sql) {
        var tokens = Tokens.of(sql, lexis);
        var cursor = new Cursor(sql, tokens);
        while (!cursor.atEnd() && !cursor.take("WHERE")) {
            cursor.skip();
        }
        return Phrase.unwrapped(cursor.text(cursor.place(), tokens.size()), lexis);
    }
}
