package dev.tenon.database.internal.generation.sqlite;

import static java.util.stream.Collectors.joining;

import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.dialect.TableStatement;
import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.ColumnChange.ColumnDropped;
import dev.tenon.database.internal.difference.ColumnChange.NullabilityChanged;
import dev.tenon.database.internal.difference.ConstraintChange.CheckAdded;
import dev.tenon.database.internal.difference.ConstraintChange.CheckDropped;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyAdded;
import dev.tenon.database.internal.difference.ConstraintChange.IndexAdded;
import dev.tenon.database.internal.difference.ConstraintChange.IndexDropped;
import dev.tenon.database.internal.generation.writing.Fills;
import dev.tenon.database.internal.generation.writing.Mentions;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.TableWork;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.Unmodelled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What SQLite changes in a table without a rebuild (https://sqlite.org/lang_altertable.html; SET
 * NOT NULL, ADD CONSTRAINT … CHECK and the like from 3.53).
 */
final class SqliteColumns {

    /** The names of what numbers the rows; SQLite drops no column of such a name. */
    private static final Set<String> ROWID = Set.of("rowid", "oid", "_rowid_");

    private final SqliteDialect dialect;
    private final LiveSchema live;
    private final boolean isBack;
    private final Fills fills;
    private final TableWork work;
    private final TableStatement parts;
    private final Mentions mentions;

    SqliteColumns(SqliteDialect dialect, Stage stage, TableWork work) {
        this.dialect = dialect;
        this.live = stage.live();
        this.isBack = stage.goal().isBack();
        this.fills = stage.fills();
        this.work = work;
        this.parts = new TableStatement(dialect, work.to());
        this.mentions = new Mentions(dialect);
    }

    boolean isEnough() {
        return work.changes().stream().allMatch(this::isPossible)
                && (!isBack || names(work.to()).equals(namesAfter()));
    }

    /** What was before has its constraints under the names of before again. */
    private Set<String> namesAfter() {
        var names = names(work.from());
        work.all(CheckDropped.class).forEach(d -> names.remove(d.check().name()));
        work.all(CheckAdded.class).forEach(a -> names.add(a.check().name()));
        work.all(ForeignKeyAdded.class).forEach(a -> names.add(a.key().name()));
        return names;
    }

    private static Set<String> names(Table table) {
        var names = new HashSet<String>();
        table.uniqueKeys().forEach(k -> names.add(k.name()));
        table.foreignKeys().forEach(k -> names.add(k.name()));
        table.checks().forEach(c -> names.add(c.name()));
        return names;
    }

    private boolean isPossible(Change change) {
        return switch (change) {
            case IndexAdded _, IndexDropped _, CheckAdded _ -> true;
            case CheckDropped dropped -> !dropped.check().name().isEmpty();
            case NullabilityChanged changed ->
                    changed.to().isNullable()
                            ? !work.to().primaryKey().contains(changed.to().name())
                            : fills.of(work.table(), changed.name()).isEmpty();
            case ColumnAdded added -> canAdd(added.column());
            case ColumnDropped dropped -> canDrop(dropped.column().name());
            case ForeignKeyAdded added -> isOfNewColumn(added.key());
            default -> false;
        };
    }

    private boolean canAdd(Column column) {
        boolean isConstant =
                column.defaultValue()
                        .map(d -> !(d instanceof Default.Now || d instanceof Default.Expression))
                        .orElse(true);
        return isConstant
                && (!isBack || isLast(column))
                && !column.isGenerated()
                && (column.isNullable() || column.defaultValue().isPresent())
                && fills.of(work.table(), column.name()).isEmpty();
    }

    /** What was before has its columns in the order of before again. */
    private boolean isLast(Column column) {
        var columns = work.to().columns();
        var added = work.all(ColumnAdded.class).stream().map(ColumnAdded::column).toList();
        return columns.subList(columns.size() - added.size(), columns.size()).contains(column);
    }

    private boolean isOfNewColumn(ForeignKey key) {
        return key.columns().size() == 1
                && work.all(ColumnAdded.class).stream()
                        .map(ColumnAdded::column)
                        .anyMatch(c ->
                                key.columns().equals(List.of(c.name()))
                                        && c.isNullable()
                                        && c.defaultValue().isEmpty());
    }

    /** An index over the column has to go with it, and does so before. */
    private boolean canDrop(String column) {
        var from = work.from();
        return !ROWID.contains(dialect.folded(column))
                && !from.primaryKey().contains(column)
                && from.uniqueKeys().stream().noneMatch(k -> k.columns().contains(column))
                && from.foreignKeys().stream().noneMatch(k -> k.columns().contains(column))
                && from.checks().stream().noneMatch(c -> mentions.isIn(c.condition(), column))
                && live.unmodelled().stream()
                        .map(Unmodelled::sql)
                        .noneMatch(sql -> mentions.isIn(sql, column));
    }

    List<String> statements() {
        var statements = new ArrayList<String>();
        for (Change change : work.changes()) {
            statement(change).ifPresent(s -> statements.add(alter() + s));
        }
        return statements;
    }

    private String alter() {
        return "ALTER TABLE " + dialect.quote(work.table()) + " ";
    }

    private Optional<String> statement(Change change) {
        return switch (change) {
            case CheckAdded added -> Optional.of("ADD " + parts.check(added.check()));
            case CheckDropped dropped ->
                    Optional.of("DROP CONSTRAINT " + dialect.quote(dropped.check().name()));
            case NullabilityChanged changed ->
                    Optional.of(
                            "ALTER COLUMN "
                                    + dialect.quote(changed.name())
                                    + (changed.to().isNullable() ? " DROP" : " SET")
                                    + " NOT NULL");
            case ColumnAdded added ->
                    Optional.of("ADD COLUMN " + parts.column(added.column()) + reference(added));
            case ColumnDropped dropped ->
                    Optional.of("DROP COLUMN " + dialect.quote(dropped.column().name()));
            default -> Optional.empty();
        };
    }

    /** A column that is added brings its foreign key along; none can be added later. */
    private String reference(ColumnAdded added) {
        return work.all(ForeignKeyAdded.class).stream()
                .map(ForeignKeyAdded::key)
                .filter(k -> k.columns().equals(List.of(added.column().name())))
                .map(k -> " " + parts.reference(k))
                .collect(joining());
    }
}
