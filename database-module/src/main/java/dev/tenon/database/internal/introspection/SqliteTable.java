package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Lexis;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.Unmodelled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads one table of SQLite. Used once. */
final class SqliteTable {

    /**
     * What {@code PRAGMA table_list} says of a table.
     *
     * @param name its name
     * @param type {@code table}, {@code virtual} or {@code shadow}
     * @param isStrict whether columns hold what they declare
     * @param isWithoutRowid whether it has no key beside its own
     */
    record Kind(String name, String type, boolean isStrict, boolean isWithoutRowid) {}

    /** What {@code PRAGMA table_xinfo} says of a column. */
    private record Info(
            String name,
            String type,
            boolean isNotNull,
            Optional<String> defaultValue,
            int key,
            boolean isGenerated) {}

    private final Connection connection;
    private final Dialect dialect;
    private final Kind kind;
    private final Set<Lexis> lexis;
    private final TableText text;
    private final FoundTable found;

    SqliteTable(Connection connection, Dialect dialect, Kind kind, String sql) {
        this.connection = connection;
        this.dialect = dialect;
        this.kind = kind;
        this.lexis = dialect.lexis();
        this.text = TableText.of(sql, lexis, TableText.RESERVED);
        this.found = new FoundTable(kind.name());
    }

    FoundTable read() throws SQLException {
        var infos = infos();
        var key = new TreeMap<Integer, String>();
        infos.stream().filter(i -> i.key() > 0).forEach(i -> key.put(i.key(), i.name()));
        found.primaryKey.addAll(key.values());
        infos.forEach(i -> column(i, key));
        text.all(Clause.Kind.CHECK).forEach(c -> found.checks.add(new Check(c.name(), c.inner())));
        new SqliteForeignKeys(connection, text, lexis).addTo(found);
        new SqliteIndexes(connection, text, lexis).addTo(found);
        options();
        return found;
    }

    private List<Info> infos() throws SQLException {
        return Rows.of(
                connection,
                """
                SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)
                ORDER BY cid\
                """,
                row ->
                        new Info(
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3),
                                Optional.ofNullable(row.getString(4)),
                                row.getInt(5),
                                row.getInt(6) > 1),
                kind.name());
    }

    private void column(Info info, Map<Integer, String> key) {
        var clauses = text.of(info.name());
        if (info.isGenerated()) {
            found.keep(Unmodelled.Kind.GENERATED_COLUMN, info.name(), text.sqlOf(info.name()));
            return;
        }
        var checks = new ArrayList<Clause>();
        clauses.stream().filter(c -> c.kind() == Clause.Kind.CHECK).forEach(checks::add);
        var type = type(info, checks);
        checks.forEach(c -> found.checks.add(new Check(c.name(), c.inner())));
        found.columns.add(
                new Column(
                        info.name(),
                        type,
                        isNullable(info, key),
                        info.defaultValue().flatMap(new DefaultText(dialect, type)::read),
                        false,
                        isNumbered(info, clauses),
                        List.of()));
        clauses.stream()
                .filter(c -> c.kind() == Clause.Kind.COLLATE)
                .filter(c -> !c.inner().equalsIgnoreCase("BINARY"))
                .forEach(c -> found.keep(Unmodelled.Kind.COLLATION, info.name(), c.sql()));
        conflicts(clauses, info.name());
    }

    /** Returns the type, without the condition that holds to it among the checks. */
    private ColumnType type(Info info, List<Clause> checks) {
        var declared = SqliteTypes.declared(info.type(), lexis);
        for (Clause check : checks) {
            var held =
                    check.name().isEmpty()
                            ? SqliteTypes.held(info.name(), declared, check.inner(), lexis)
                            : Optional.<ColumnType>empty();
            if (held.isPresent()) {
                checks.remove(check);
                return held.get();
            }
        }
        return declared;
    }

    /** https://sqlite.org/lang_createtable.html#the_primary_key */
    private boolean isNullable(Info info, Map<Integer, String> key) {
        boolean isRowid = key.size() == 1 && info.type().equalsIgnoreCase("INTEGER");
        boolean isHeld = kind.isStrict() || kind.isWithoutRowid() || isRowid;
        return !info.isNotNull() && (info.key() == 0 || !isHeld);
    }

    private boolean isNumbered(Info info, List<Clause> clauses) {
        return info.key() > 0
                && (clauses.stream().anyMatch(this::isNumbering)
                        || text.clauses().stream().anyMatch(this::isNumbering));
    }

    private boolean isNumbering(Clause clause) {
        return clause.kind() == Clause.Kind.PRIMARY_KEY && has(clause, "AUTOINCREMENT");
    }

    private boolean has(Clause clause, String word) {
        return Tokens.of(clause.sql(), lexis).stream().anyMatch(t -> t.is(word));
    }

    private void conflicts(List<Clause> clauses, String column) {
        clauses.stream()
                .filter(c -> has(c, "CONFLICT"))
                .forEach(c -> {
                    var name = c.name().isEmpty() ? column : c.name();
                    found.keep(Unmodelled.Kind.CONSTRAINT, name, c.sql());
                });
    }

    private void options() {
        conflicts(text.clauses(), "");
        if (!kind.isStrict()) {
            found.keep(Unmodelled.Kind.TABLE_OPTION, "not STRICT", "");
        }
        if (kind.isWithoutRowid()) {
            found.keep(Unmodelled.Kind.TABLE_OPTION, "WITHOUT ROWID", "WITHOUT ROWID");
        }
    }
}
