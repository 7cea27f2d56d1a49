package dev.tenon.database.internal.generation.mariadb;

import dev.tenon.database.internal.dialect.IndexStatement;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.dialect.TableStatement;
import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.difference.ColumnChange;
import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.ColumnChange.ColumnDropped;
import dev.tenon.database.internal.difference.ConstraintChange.CheckAdded;
import dev.tenon.database.internal.difference.ConstraintChange.CheckDropped;
import dev.tenon.database.internal.difference.ConstraintChange.IndexAdded;
import dev.tenon.database.internal.difference.ConstraintChange.IndexDropped;
import dev.tenon.database.internal.difference.ConstraintChange.PrimaryKeyChanged;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyAdded;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyDropped;
import dev.tenon.database.internal.generation.writing.Parts;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.TableWork;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What MariaDB does to one table: one ALTER TABLE, which copies the rows once at most, or two where
 * rows need a value before they must have one (https://mariadb.com/kb/en/alter-table/).
 */
final class MariaDbTable {

    private final MariaDbDialect dialect;
    private final Stage stage;
    private final TableWork work;
    private final List<String> indexesAway;
    private final TableStatement definitions;
    private final Parts parts;
    private final List<String> updates = new ArrayList<>();

    /**
     * @param indexesAway the indexes that nothing needs any more, beside those of the difference
     */
    MariaDbTable(MariaDbDialect dialect, Stage stage, TableWork work, List<String> indexesAway) {
        this.dialect = dialect;
        this.stage = stage;
        this.work = work;
        this.indexesAway = indexesAway;
        this.definitions = new TableStatement(dialect, work.to());
        this.parts = new Parts(dialect);
    }

    List<String> statements() {
        var first = new ArrayList<String>();
        var second = new ArrayList<String>();
        away(first, second);
        for (ColumnAdded added : work.all(ColumnAdded.class)) {
            add(added.column(), first, second);
        }
        changed().forEach(c -> change(c, second));
        work.all(ColumnDropped.class)
                .forEach(d -> second.add("DROP COLUMN " + dialect.quote(d.column().name())));
        keys(second);
        var statements = new ArrayList<String>();
        if (updates.isEmpty()) {
            first.addAll(second);
            alter(first, statements);
        } else {
            alter(first, statements);
            statements.addAll(updates);
            alter(second, statements);
        }
        return statements;
    }

    private void alter(List<String> clauses, List<String> statements) {
        if (!clauses.isEmpty()) {
            boolean isIndexes = clauses.stream().allMatch(c -> c.startsWith("ADD INDEX "));
            statements.add(
                    parts.alter(work.table())
                            + "\n    "
                            + String.join(",\n    ", clauses)
                            + (isIndexes ? ",\n    ALGORITHM = INPLACE, LOCK = NONE" : ""));
        }
    }

    /** A column that is numbered is in the key at any moment. */
    private void away(List<String> clauses, List<String> withKeys) {
        for (Change change : work.changes()) {
            switch (change) {
                case PrimaryKeyChanged key when !key.from().isEmpty() ->
                        withKeys.add("DROP PRIMARY KEY");
                case UniqueKeyDropped key -> clauses.add(dropIndex(key.key().name()));
                case IndexDropped index -> clauses.add(dropIndex(index.index().name()));
                case CheckDropped check ->
                        clauses.add("DROP CONSTRAINT " + dialect.quote(check.check().name()));
                default -> {}
            }
        }
        indexesAway.forEach(i -> clauses.add(dropIndex(i)));
    }

    /** A column that tells when its row was changed keeps its value. */
    private String fill(String column, String value, boolean isOnlyEmpty) {
        var kept =
                stage.live().unmodelledOf(work.table()).stream()
                        .filter(u -> u.kind() == Unmodelled.Kind.COLUMN_OPTION)
                        .filter(u -> u.sql().contains(" ON UPDATE ") && !u.name().equals(column))
                        .map(u -> dialect.quote(u.name()))
                        .map(name -> ", " + name + " = " + name)
                        .collect(Collectors.joining());
        return parts.fill(work.table(), column, value + kept, isOnlyEmpty);
    }

    private String dropIndex(String name) {
        return "DROP INDEX " + dialect.quote(name);
    }

    private void add(Column column, List<String> first, List<String> second) {
        var given = stage.fills().of(work.table(), column.name());
        if (given.isEmpty()) {
            var clauses = column.isGenerated() ? second : first;
            clauses.add("ADD COLUMN " + definitions.column(column) + place(column));
            return;
        }
        first.add("ADD COLUMN " + definitions.column(Parts.open(column)) + place(column));
        updates.add(fill(column.name(), given.get(), false));
        if (!column.isNullable()) {
            second.add("MODIFY COLUMN " + definitions.column(column));
        }
    }

    /** What was before has its columns in the order of before again. */
    private String place(Column column) {
        if (!stage.goal().isBack()) {
            return "";
        }
        var before = work.to().columns();
        return before.subList(0, before.indexOf(column)).reversed().stream()
                .filter(c -> !isNumberedAnew(c))
                .findFirst()
                .map(c -> " AFTER " + dialect.quote(c.name()))
                .orElse(" FIRST");
    }

    /** It comes with its key, after the others. */
    private boolean isNumberedAnew(Column column) {
        return column.isGenerated() && work.from().column(column.name()).isEmpty();
    }

    /** Returns the columns that are defined anew, each of them once, whatever changes in it. */
    private Set<String> changed() {
        var names = new LinkedHashSet<String>();
        for (ColumnChange change : work.all(ColumnChange.class)) {
            if (!(change instanceof ColumnAdded) && !(change instanceof ColumnDropped)) {
                names.add(change.name());
            }
        }
        work.to().columns().stream()
                .map(Column::name)
                .filter(c -> work.from().column(c).isPresent())
                .filter(c -> stage.fills().of(work.table(), c).isPresent())
                .forEach(names::add);
        return names;
    }

    private void change(String name, List<String> clauses) {
        var column = work.to().column(name).orElseThrow();
        stage.fills()
                .entry(work.table(), name)
                .map(e -> fill(name, e.fill().expression(), e.isOnlyEmpty()))
                .ifPresent(updates::add);
        clauses.add("MODIFY COLUMN " + definitions.column(column) + collation(name));
    }

    private String collation(String column) {
        return stage.live().unmodelledOf(work.from().name()).stream()
                .filter(u -> u.kind() == Kind.COLLATION && u.name().equals(column))
                .map(Unmodelled::sql)
                .map(sql -> " " + sql)
                .findFirst()
                .orElse("");
    }

    private void keys(List<String> clauses) {
        for (Change change : work.changes()) {
            switch (change) {
                case PrimaryKeyChanged key when !key.to().isEmpty() ->
                        clauses.add("ADD PRIMARY KEY " + parts.names(key.to()));
                case UniqueKeyAdded key -> clauses.add("ADD " + definitions.uniqueKey(key.key()));
                case IndexAdded index -> clauses.add(index(index.index()));
                case CheckAdded check -> clauses.add("ADD " + definitions.check(check.check()));
                default -> {}
            }
        }
    }

    private String index(Index index) {
        return (index.isUnique() ? "ADD UNIQUE INDEX " : "ADD INDEX ")
                + dialect.quote(index.name())
                + " "
                + new IndexStatement(dialect, work.table(), index).parts();
    }
}
