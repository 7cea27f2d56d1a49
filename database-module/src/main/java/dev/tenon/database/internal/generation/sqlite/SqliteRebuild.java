package dev.tenon.database.internal.generation.sqlite;

import static java.util.stream.Collectors.joining;

import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.dialect.TableExtras;
import dev.tenon.database.internal.dialect.TableStatement;
import dev.tenon.database.internal.generation.writing.Fills.Entry;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.TableWork;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a table anew under another name, copies the rows, and puts it in the place of the old one
 * (https://sqlite.org/lang_altertable.html, section 7). The old one is never renamed: references
 * would follow it.
 */
final class SqliteRebuild {

    private static final String TEMPORARY = "tenon_new_";

    private final SqliteDialect dialect;
    private final Stage stage;
    private final SqliteTexts before;
    private final TableWork work;

    /**
     * @param before the statements of the database as it was, for the way back
     */
    SqliteRebuild(SqliteDialect dialect, Stage stage, SqliteTexts before, TableWork work) {
        this.dialect = dialect;
        this.stage = stage;
        this.before = before;
        this.work = work;
    }

    List<String> statements() {
        var name = dialect.quote(work.table());
        var temporary = dialect.quote(TEMPORARY + work.table());
        var statements = new ArrayList<String>();
        statements.add(create());
        var values = values();
        statements.add(
                "INSERT INTO %s (%s)\nSELECT %s\nFROM %s"
                        .formatted(
                                temporary,
                                values.keySet().stream().map(dialect::quote).collect(joining(", ")),
                                String.join(", ", values.values()),
                                name));
        if (isNumbered(work.from()) && isNumbered(work.to())) {
            counter(statements);
        }
        statements.add("DROP TABLE " + name);
        statements.add("ALTER TABLE " + temporary + " RENAME TO " + name);
        return statements;
    }

    private static boolean isNumbered(Table table) {
        return table.columns().stream().anyMatch(Column::isGenerated);
    }

    /** A number is not given twice, even if the row that had it is gone. */
    private void counter(List<String> statements) {
        var temporary = text(TEMPORARY + work.table());
        statements.add("DELETE FROM sqlite_sequence WHERE name = " + temporary);
        statements.add(
                "INSERT INTO sqlite_sequence (name, seq) SELECT "
                        + temporary
                        + ", seq FROM sqlite_sequence WHERE name = "
                        + text(work.from().name()));
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private String create() {
        var temporary = TEMPORARY + work.table();
        if (stage.goal().isBack()) {
            var text = before.table(work.table(), temporary);
            if (text.isPresent()) {
                return text.get();
            }
        }
        var to = work.to();
        return new TableStatement(dialect, named(to, temporary)).create(to.foreignKeys(), extras());
    }

    private static Table named(Table table, String name) {
        return new Table(
                name,
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                table.foreignKeys(),
                table.checks(),
                table.indexes(),
                table.formerNames());
    }

    private TableExtras extras() {
        var unmodelled = stage.live().unmodelledOf(work.from().name());
        var ofColumns = new HashMap<String, String>();
        of(Kind.COLLATION, unmodelled).forEach(u -> ofColumns.put(u.name(), u.sql()));
        var columns = of(Kind.GENERATED_COLUMN, unmodelled).stream().map(Unmodelled::sql).toList();
        var options = new ArrayList<String>();
        var given = of(Kind.TABLE_OPTION, unmodelled);
        if (given.stream().noneMatch(u -> u.name().equals("not STRICT"))) {
            options.add("STRICT");
        }
        given.stream().map(Unmodelled::sql).filter(s -> !s.isEmpty()).forEach(options::add);
        return new TableExtras(
                ofColumns, columns, options.isEmpty() ? "" : " " + String.join(", ", options));
    }

    private static List<Unmodelled> of(Kind kind, List<Unmodelled> all) {
        return all.stream().filter(u -> u.kind() == kind).toList();
    }

    /** Returns the expression for each column that does not get its default. */
    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (Column column : work.to().columns()) {
            value(column).ifPresent(v -> values.put(column.name(), v));
        }
        if (values.isEmpty()) {
            // The rows stay, though none of their values does.
            var first = work.to().columns().getFirst();
            values.put(
                    first.name(),
                    first.defaultValue()
                            .map(d -> dialect.expression(d, first.type()))
                            .orElse("NULL"));
        }
        return values;
    }

    private Optional<String> value(Column column) {
        var given = stage.fills().entry(work.table(), column.name());
        if (work.from().columns().stream().noneMatch(c -> isSame(c.name(), column.name()))) {
            return given.map(SqliteRebuild::all);
        }
        var old = dialect.quote(column.name());
        return Optional.of(given.map(g -> g.isOnlyEmpty() ? either(old, g) : all(g)).orElse(old));
    }

    private static String either(String old, Entry given) {
        return "coalesce(" + old + ", " + all(given) + ")";
    }

    private static String all(Entry given) {
        return given.fill().expression();
    }

    private boolean isSame(String one, String other) {
        return dialect.folded(one).equals(dialect.folded(other));
    }
}
