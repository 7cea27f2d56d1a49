package dev.tenon.database.internal.generation.postgres;

import static java.util.stream.Collectors.toSet;

import dev.tenon.database.internal.dialect.IndexStatement;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.dialect.TableStatement;
import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.difference.ConstraintChange.CheckAdded;
import dev.tenon.database.internal.difference.ConstraintChange.CheckDropped;
import dev.tenon.database.internal.difference.ConstraintChange.IndexAdded;
import dev.tenon.database.internal.difference.ConstraintChange.IndexDropped;
import dev.tenon.database.internal.difference.ConstraintChange.PrimaryKeyChanged;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyAdded;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyDropped;
import dev.tenon.database.internal.generation.writing.ForeignKeys;
import dev.tenon.database.internal.generation.writing.ForeignKeys.Owned;
import dev.tenon.database.internal.generation.writing.Parts;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.Steps;
import dev.tenon.database.internal.generation.writing.TableWork;
import dev.tenon.database.internal.generation.writing.Writing;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way of PostgreSQL: in one transaction, but for what takes long on large tables. */
public final class PostgresWriting implements Writing {

    private final PostgresDialect dialect;
    private final long largeTable;
    private final Parts parts;
    private final TableStatement definitions;

    /**
     * @param largeTable from how many rows on a table is large
     */
    public PostgresWriting(PostgresDialect dialect, long largeTable) {
        this.dialect = dialect;
        this.largeTable = largeTable;
        this.parts = new Parts(dialect);
        // A constraint is said in the same way whatever table it is of.
        this.definitions = new TableStatement(dialect, Table.named(""));
    }

    @Override
    public Steps change(Stage stage) throws SQLException {
        var difference = stage.difference();
        var dropped = TableWork.dropped(difference);
        var objects =
                new PostgresObjects(
                        dialect,
                        stage,
                        stage.connection().getSchema(),
                        dropped.stream().map(Table::name).collect(toSet()));
        var foreignKeys = new ForeignKeys(dialect, stage, false);
        var later = new LargeTables(dialect, stage.connection(), largeTable);

        var statements = new ArrayList<>(objects.drop());
        for (Owned owned : foreignKeys.away()) {
            statements.add(dropConstraint(owned.table().name(), owned.key().name()));
        }
        for (Change change : difference.changes()) {
            away(change, stage.connection(), statements);
        }
        dropped.forEach(t -> statements.add("DROP TABLE " + dialect.quote(t.name())));
        TableWork.added(difference).forEach(a -> create(a.added(), stage, statements));
        for (TableWork work : TableWork.of(stage)) {
            var large = large(work.table(), stage, later);
            statements.addAll(new PostgresTable(dialect, stage, work, large).columns());
        }
        for (Change change : difference.changes()) {
            added(change, large(change.table(), stage, later), statements);
        }
        for (Owned owned : foreignKeys.back()) {
            add(owned, large(owned.table().name(), stage, later), statements);
        }
        statements.addAll(objects.create());
        var warnings = new ArrayList<>(objects.warnings());
        warnings.addAll(later.warnings());
        return new Steps(statements, Set.of(), warnings, later.later());
    }

    private void away(Change change, Connection connection, List<String> statements)
            throws SQLException {
        switch (change) {
            case PrimaryKeyChanged changed when !changed.from().isEmpty() ->
                    statements.add(
                            dropConstraint(
                                    changed.table(), primaryKey(connection, changed.table())));
            case UniqueKeyDropped gone ->
                    statements.add(dropConstraint(gone.table(), gone.key().name()));
            case CheckDropped gone ->
                    statements.add(dropConstraint(gone.table(), gone.check().name()));
            case IndexDropped gone ->
                    statements.add("DROP INDEX " + dialect.quote(gone.index().name()));
            default -> {}
        }
    }

    /** On the way back everything is in one script. */
    private static Optional<LargeTables> large(String table, Stage stage, LargeTables later)
            throws SQLException {
        boolean isThere =
                stage.live().schema().table(table).isPresent()
                        && stage.goal().schema().table(table).isPresent();
        return !stage.goal().isBack() && isThere && later.include(table)
                ? Optional.of(later)
                : Optional.empty();
    }

    private void added(Change change, Optional<LargeTables> large, List<String> statements) {
        switch (change) {
            case PrimaryKeyChanged changed when !changed.to().isEmpty() ->
                    statements.add(
                            add(changed.table(), "PRIMARY KEY " + parts.names(changed.to())));
            case UniqueKeyAdded(var table, var key, _) ->
                    large.ifPresentOrElse(
                            l -> l.uniqueKey(table, key),
                            () -> statements.add(add(table, definitions.uniqueKey(key))));
            case CheckAdded(var table, var check) -> {
                statements.add(add(table, definitions.check(check) + notValid(large)));
                large.ifPresent(l -> l.validate(table, check.name()));
            }
            case IndexAdded(var table, var index) ->
                    large.ifPresentOrElse(
                            l -> l.index(table, index),
                            () ->
                                    statements.add(
                                            new IndexStatement(dialect, table, index).create()));
            default -> {}
        }
    }

    private void add(Owned owned, Optional<LargeTables> large, List<String> statements) {
        var table = owned.table().name();
        statements.add(add(table, definitions.foreignKey(owned.key()) + notValid(large)));
        large.ifPresent(l -> l.validate(table, owned.key().name()));
    }

    private static String notValid(Optional<LargeTables> large) {
        return large.isPresent() ? " NOT VALID" : "";
    }

    private String add(String table, String constraint) {
        return parts.alter(table) + "ADD " + constraint;
    }

    /** Its foreign keys are added when all tables are there. */
    private void create(Table table, Stage stage, List<String> statements) {
        statements.addAll(dialect.create(Schema.found(List.of(Parts.alone(table)))));
        stage.goal().unmodelled(stage.live()).stream()
                .filter(u -> u.kind() == Kind.GENERATED_COLUMN && u.table().equals(table.name()))
                .map(Unmodelled::sql)
                .forEach(sql -> statements.add(parts.alter(table.name()) + "ADD COLUMN " + sql));
    }

    private String dropConstraint(String table, String name) {
        return parts.alter(table) + "DROP CONSTRAINT " + dialect.quote(name);
    }

    private String primaryKey(Connection connection, String table) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT conname FROM pg_constraint WHERE conrelid = ?::regclass AND contype ="
                                + " 'p'")) {
            statement.setString(1, dialect.quote(table));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
