package dev.tenon.database.internal.generation.sqlite;

import dev.tenon.database.internal.dialect.IndexStatement;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.difference.ConstraintChange.IndexAdded;
import dev.tenon.database.internal.difference.ConstraintChange.IndexDropped;
import dev.tenon.database.internal.difference.TableChange.TableAdded;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.Steps;
import dev.tenon.database.internal.generation.writing.TableWork;
import dev.tenon.database.internal.generation.writing.Writing;
import dev.tenon.database.internal.script.Directive;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The way of SQLite: what ALTER TABLE can do, and a rebuild of the table for everything else.
 * Several changes of one table are one rebuild.
 */
public final class SqliteWriting implements Writing {

    private final SqliteDialect dialect;
    private final SqliteTexts before;

    /**
     * @param before the statements of the database as it was
     */
    public SqliteWriting(SqliteDialect dialect, SqliteTexts before) {
        this.dialect = dialect;
        this.before = before;
    }

    @Override
    public Steps change(Stage stage) throws SQLException {
        var now = SqliteTexts.read(stage.connection(), dialect);
        var direct = new ArrayList<TableWork>();
        var rebuilt = new ArrayList<TableWork>();
        for (TableWork work : TableWork.of(stage)) {
            boolean isEnough = new SqliteColumns(dialect, stage, work).isEnough();
            (isEnough ? direct : rebuilt).add(work);
        }
        var dropped = TableWork.dropped(stage.difference()).stream().map(Table::name).toList();
        var changed = new HashSet<>(dropped);
        rebuilt.forEach(w -> changed.add(w.from().name()));
        var objects = new SqliteObjects(dialect, stage, changed, Set.copyOf(dropped));

        var statements = new ArrayList<String>(objects.drop());
        for (TableWork work : direct) {
            work.all(IndexDropped.class).forEach(d -> statements.add(drop(d.index())));
        }
        rebuilt.forEach(
                w -> statements.addAll(new SqliteRebuild(dialect, stage, before, w).statements()));
        dropped.forEach(t -> statements.add("DROP TABLE " + dialect.quote(t)));
        stage.difference()
                .changes(TableAdded.class)
                .forEach(a -> statements.addAll(create(a.added(), stage)));
        direct.forEach(w -> statements.addAll(new SqliteColumns(dialect, stage, w).statements()));
        for (TableWork work : direct) {
            work.all(IndexAdded.class)
                    .forEach(a -> statements.add(create(work.table(), a.index(), stage)));
        }
        rebuilt.forEach(w -> statements.addAll(indexes(w, stage, now)));
        statements.addAll(objects.create());
        return new Steps(
                statements,
                changed.isEmpty() ? Set.of() : Set.of(Directive.FOREIGN_KEYS_OFF),
                List.of(),
                List.of());
    }

    /** An index that stays is made again by the statement that it was made by. */
    private List<String> indexes(TableWork work, Stage stage, SqliteTexts now) {
        if (stage.goal().isBack()) {
            return work.to().indexes().stream().map(i -> create(work.table(), i, stage)).toList();
        }
        var dropped = work.all(IndexDropped.class).stream().map(IndexDropped::index).toList();
        var kept =
                work.from().indexes().stream()
                        .filter(i -> !dropped.contains(i))
                        .map(i -> now.of(i.name()).orElseThrow());
        var added =
                work.all(IndexAdded.class).stream()
                        .map(a -> create(work.table(), a.index(), stage));
        return Stream.concat(kept, added).toList();
    }

    private List<String> create(Table table, Stage stage) {
        var text = stage.goal().isBack() ? before.of(table.name()) : Optional.<String>empty();
        var statements = new ArrayList<String>();
        if (text.isPresent()) {
            statements.add(text.get());
            table.indexes().forEach(i -> statements.add(create(table.name(), i, stage)));
        } else {
            statements.addAll(dialect.create(Schema.found(List.of(table))));
        }
        return statements;
    }

    private String create(String table, Index index, Stage stage) {
        var usual = new IndexStatement(dialect, table, index).create();
        return stage.goal().isBack() ? before.of(index.name()).orElse(usual) : usual;
    }

    private String drop(Index index) {
        return "DROP INDEX " + dialect.quote(index.name());
    }
}
