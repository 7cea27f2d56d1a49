package dev.tenon.database.internal.generation.postgres;

import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.dialect.TableStatement;
import dev.tenon.database.internal.difference.ColumnChange;
import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.ColumnChange.ColumnDropped;
import dev.tenon.database.internal.difference.ColumnChange.ColumnRenamed;
import dev.tenon.database.internal.difference.ColumnChange.ColumnTypeChanged;
import dev.tenon.database.internal.difference.ColumnChange.DefaultChanged;
import dev.tenon.database.internal.difference.ColumnChange.NullabilityChanged;
import dev.tenon.database.internal.difference.ColumnChange.NumberingChanged;
import dev.tenon.database.internal.generation.writing.Fills;
import dev.tenon.database.internal.generation.writing.Parts;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.TableWork;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL does to the columns of one table
 * (https://www.postgresql.org/docs/18/sql-altertable.html).
 */
final class PostgresTable {

    private final PostgresDialect dialect;
    private final Fills fills;
    private final boolean hasDeferred;
    private final Optional<LargeTables> large;
    private final TableWork work;
    private final Parts parts;
    private final String alter;
    private final List<String> statements = new ArrayList<>();

    /**
     * @param large takes what is better done later; nothing if the table is small
     */
    PostgresTable(
            PostgresDialect dialect, Stage stage, TableWork work, Optional<LargeTables> large) {
        this.dialect = dialect;
        this.large = large;
        this.fills = stage.fills();
        this.hasDeferred =
                stage.live().schema().tables().stream()
                        .flatMap(t -> t.foreignKeys().stream())
                        .anyMatch(ForeignKey::isDeferred);
        this.work = work;
        this.parts = new Parts(dialect);
        this.alter = parts.alter(work.table());
    }

    List<String> columns() {
        for (ColumnChange change : work.all(ColumnChange.class)) {
            switch (change) {
                case ColumnAdded added -> add(added.column());
                case ColumnTypeChanged changed -> type(changed);
                case DefaultChanged changed when !isRetyped(changed.to()) ->
                        defaultOf(changed.to());
                case NumberingChanged changed -> numbering(changed.to());
                case ColumnDropped _, NullabilityChanged _, DefaultChanged _, ColumnRenamed _ -> {
                    // What must have a value is said when all have one.
                }
            }
        }
        values();
        work.all(NullabilityChanged.class).forEach(c -> nullability(c.to()));
        work.all(ColumnDropped.class)
                .forEach(d -> statements.add(alter + "DROP COLUMN " + quoted(d.column())));
        return List.copyOf(statements);
    }

    private String quoted(Column column) {
        return dialect.quote(column.name());
    }

    private String column(Column column) {
        return alter + "ALTER COLUMN " + quoted(column) + " ";
    }

    private void add(Column column) {
        var given = fills.of(work.table(), column.name());
        var definition = new TableStatement(dialect, work.to());
        if (given.isEmpty()) {
            statements.add(alter + "ADD COLUMN " + definition.column(column));
            return;
        }
        statements.add(alter + "ADD COLUMN " + definition.column(Parts.open(column)));
        fill(column, given.get(), false);
        if (!column.isNullable()) {
            nullability(column);
        }
    }

    /** A default that is no value of the new type would be in the way. */
    private void type(ColumnTypeChanged changed) {
        var to = changed.to();
        if (changed.from().defaultValue().isPresent()) {
            statements.add(column(to) + "DROP DEFAULT");
        }
        var using =
                fills.entry(work.table(), to.name())
                        .filter(e -> !e.isOnlyEmpty())
                        .map(e -> e.fill().expression())
                        .or(() ->
                                new PostgresCast(dialect)
                                        .of(to.name(), changed.from().type(), to.type()));
        statements.add(
                column(to)
                        + "TYPE "
                        + dialect.type(to.type())
                        + using.map(u -> " USING " + u).orElse(""));
        if (to.defaultValue().isPresent()) {
            defaultOf(to);
        }
    }

    private boolean isRetyped(Column column) {
        return work.all(ColumnTypeChanged.class).stream()
                .anyMatch(c -> c.name().equals(column.name()));
    }

    private void defaultOf(Column to) {
        statements.add(
                column(to)
                        + to.defaultValue()
                                .map(d -> "SET DEFAULT " + dialect.expression(d, to.type()))
                                .orElse("DROP DEFAULT"));
    }

    private void numbering(Column to) {
        if (!to.isGenerated()) {
            statements.add(column(to) + "DROP IDENTITY");
            return;
        }
        statements.add(column(to) + "ADD GENERATED BY DEFAULT AS IDENTITY");
        var table = text(dialect.quote(work.table()));
        statements.add(
                "SELECT setval(pg_get_serial_sequence(%s, %s), coalesce(max(%s), 0) + 1, false) FROM %s"
                        .formatted(
                                table, text(to.name()), quoted(to), dialect.quote(work.table())));
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Columns that were there before: a new type has its values already. */
    private void values() {
        for (Column column : work.to().columns()) {
            boolean isOld = work.from().column(column.name()).isPresent();
            var given =
                    fills.entry(work.table(), column.name())
                            .filter(e -> isOld && (e.isOnlyEmpty() || !isRetyped(column)));
            given.ifPresent(e -> fill(column, e.fill().expression(), e.isOnlyEmpty()));
        }
    }

    /** A table with checks that wait for the commit is not changed before they are made. */
    private void fill(Column column, String value, boolean isOnlyEmpty) {
        statements.add(parts.fill(work.table(), column.name(), value, isOnlyEmpty));
        if (hasDeferred) {
            statements.add("SET CONSTRAINTS ALL IMMEDIATE");
        }
    }

    private void nullability(Column to) {
        if (!to.isNullable() && large.isPresent()) {
            statements.add(large.get().notNull(work.table(), to.name()));
        } else {
            statements.add(column(to) + (to.isNullable() ? "DROP" : "SET") + " NOT NULL");
        }
    }
}
