package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Unmodelled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the foreign keys of one table of SQLite. */
final class SqliteForeignKeys {

    /** One column of a foreign key, as {@code PRAGMA foreign_key_list} has it. */
    private record Part(
            int id,
            String target,
            String from,
            Optional<String> to,
            String onUpdate,
            String onDelete) {}

    private static final Clause NOTHING_SAID = new Clause(Clause.Kind.FOREIGN_KEY, "", "", "");

    private final Connection connection;
    private final TableText text;
    private final Set<Lexis> lexis;

    SqliteForeignKeys(Connection connection, TableText text, Set<Lexis> lexis) {
        this.connection = connection;
        this.text = text;
        this.lexis = lexis;
    }

    /** The last one of the statement has the number 0. */
    void addTo(FoundTable found) throws SQLException {
        var byId = new LinkedHashMap<Integer, List<Part>>();
        for (Part part : parts(found.name())) {
            byId.computeIfAbsent(part.id(), _ -> new ArrayList<>()).add(part);
        }
        var clauses =
                Stream.concat(
                                text.columns().stream()
                                        .flatMap(c -> c.all(Clause.Kind.FOREIGN_KEY)),
                                text.all(Clause.Kind.FOREIGN_KEY))
                        .toList();
        // No name is better than that of another one.
        boolean areAll = clauses.size() == byId.size();
        int index = 0;
        for (List<Part> parts : byId.values()) {
            add(parts, areAll ? clauses.get(index) : NOTHING_SAID, found);
            index++;
        }
    }

    private List<Part> parts(String table) throws SQLException {
        return Rows.of(
                connection,
                """
                SELECT id, "table", "from", "to", on_update, on_delete
                FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq\
                """,
                row ->
                        new Part(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                Optional.ofNullable(row.getString(4)),
                                row.getString(5),
                                row.getString(6)),
                table);
    }

    private void add(List<Part> parts, Clause clause, FoundTable found) {
        var words =
                Tokens.of(clause.sql(), lexis).stream()
                        .filter(t -> t.kind() == Token.Kind.WORD)
                        .map(t -> t.text().toUpperCase(Locale.ROOT))
                        .toList();
        boolean isDeferred = words.contains("DEFERRED") && !isNot(words);
        found.foreignKeys.add(
                new ForeignKey(
                        clause.name(),
                        parts.stream().map(p -> ColumnNames.in(found.columns, p.from())).toList(),
                        parts.getFirst().target(),
                        parts.stream().flatMap(p -> p.to().stream()).toList(),
                        action(parts.getFirst().onDelete()),
                        action(parts.getFirst().onUpdate()),
                        isDeferred));
        if (words.contains("MATCH") || (words.contains("DEFERRABLE") && !isDeferred)) {
            found.keep(Unmodelled.Kind.CONSTRAINT, clause.name(), clause.sql());
        }
    }

    private static boolean isNot(List<String> words) {
        int deferrable = words.indexOf("DEFERRABLE");
        return deferrable > 0 && words.get(deferrable - 1).equals("NOT");
    }

    private static ReferentialAction action(String sql) {
        return ReferentialAction.valueOf(sql.replace(' ', '_'));
    }
}
