package dev.tenon.database.internal.difference;

import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes a schema by random steps, and knows which changes they are. */
final class Mutations {

    private final Dialect dialect;
    private final Random random;
    private final List<Table> tables;
    private final Set<String> expected = new HashSet<>();
    private final Set<String> touched = new HashSet<>();
    private int number;

    Mutations(Dialect dialect, Schema schema, long seed) {
        this.dialect = dialect;
        this.random = new Random(seed);
        this.tables = new ArrayList<>(schema.tables());
    }

    /** Returns the schema after so many steps, of which some may have been impossible. */
    Schema apply(int steps) {
        for (int i = 0; i < steps; i++) {
            step(random.nextInt(14));
        }
        var builder = Schema.builder();
        tables.forEach(builder::table);
        return builder.build();
    }

    /** Returns the steps, as {@link #shown} has them. */
    Set<String> expected() {
        return expected;
    }

    /** Returns a change without what only a database knows. */
    static String shown(Change change) {
        var what = change.getClass().getSimpleName() + " " + change.table();
        return switch (change) {
            case TableChange.TableRenamed renamed -> what + " from " + renamed.from();
            case ColumnChange.ColumnRenamed renamed ->
                    what + " " + renamed.name() + " from " + renamed.from();
            case ColumnChange column -> what + " " + column.name();
            case ConstraintChange.UniqueKeyAdded added -> what + " " + added.key().columns();
            case ConstraintChange.UniqueKeyDropped dropped -> what + " " + dropped.key().columns();
            case ConstraintChange.ForeignKeyAdded added -> what + " " + added.key().columns();
            case ConstraintChange.ForeignKeyDropped dropped -> what + " " + dropped.key().columns();
            case ConstraintChange.CheckAdded added -> what + " " + added.check().name();
            case ConstraintChange.CheckDropped dropped -> what + " " + dropped.check().name();
            case ConstraintChange.IndexAdded added -> what + " " + added.index().parts();
            case ConstraintChange.IndexDropped dropped -> what + " " + dropped.index().parts();
            case ConstraintChange.PrimaryKeyChanged _, TableChange _ -> what;
        };
    }

    private void step(int kind) {
        int index = random.nextInt(tables.size());
        var table = tables.get(index);
        // One that is new has everything with it.
        if (kind > 0 && table.name().startsWith("new table")) {
            return;
        }
        switch (kind) {
            case 0 -> addTable();
            case 1 -> dropTable(table);
            case 2 -> renameTable(index, table);
            case 3 -> addColumn(index, table);
            case 4 -> free(table).ifPresent(c -> dropColumn(index, table, c));
            case 5 -> renameColumn(index, table);
            case 6 -> free(table).ifPresent(c -> changeType(index, table, c));
            case 7 -> free(table).ifPresent(c -> changeNullability(index, table, c));
            case 8 -> free(table).ifPresent(c -> changeDefault(index, table, c));
            case 9 -> addKey(index, table);
            case 10 -> dropForeignKey(index, table);
            case 11 -> changeCheck(index, table);
            case 12 -> changeIndex(index, table);
            default -> addForeignKey(index, table);
        }
    }

    private void expect(Class<? extends Change> kind, Table table, Object detail) {
        expected.add((kind.getSimpleName() + " " + table.name() + " " + detail).strip());
    }

    private String newName(String stem) {
        number++;
        return stem + " \"" + number + "`";
    }

    private boolean touch(Table table, String column) {
        return touched.add(table.name() + "\n" + column);
    }

    private boolean isUntouched(Table table) {
        return touched.stream().noneMatch(t -> t.startsWith(table.name() + "\n"));
    }

    private void addTable() {
        var table =
                Table.named(newName("new table"))
                        .columns(Column.of("id", Plain.INTEGER), Column.of("at", Plain.DATE))
                        .primaryKey("id");
        tables.add(table);
        touch(table, "");
        expect(TableChange.TableAdded.class, table, "");
    }

    private void dropTable(Table table) {
        boolean isNeeded =
                tables.stream()
                        .filter(t -> !t.name().equals(table.name()))
                        .flatMap(t -> t.foreignKeys().stream())
                        .anyMatch(k -> k.target().equals(table.name()));
        if (!isNeeded && tables.size() > 1 && isUntouched(table)) {
            tables.remove(table);
            expect(TableChange.TableDropped.class, table, "");
        }
    }

    private void renameTable(int index, Table table) {
        boolean isReferredTo =
                tables.stream()
                        .flatMap(t -> t.foreignKeys().stream())
                        .anyMatch(k -> k.target().equals(table.name()));
        if (!isUntouched(table)) {
            return;
        }
        var name = newName("renamed");
        var renamed =
                with(table, table.columns(), table.foreignKeys(), table.checks(), table.indexes())
                        .renamedFrom(table.name());
        renamed =
                new Table(
                        name,
                        renamed.columns(),
                        renamed.primaryKey(),
                        renamed.uniqueKeys(),
                        renamed.foreignKeys(),
                        renamed.checks(),
                        renamed.indexes(),
                        renamed.formerNames());
        tables.set(index, renamed);
        if (isReferredTo) {
            tables.replaceAll(t -> retargeted(t, table.name(), name));
        }
        touch(renamed, "");
        expect(TableChange.TableRenamed.class, renamed, "from " + table.name());
    }

    private static Table retargeted(Table table, String from, String to) {
        var keys =
                table.foreignKeys().stream()
                        .map(k ->
                                k.target().equals(from)
                                        ? new ForeignKey(
                                                k.name(),
                                                k.columns(),
                                                to,
                                                k.targetColumns(),
                                                k.onDelete(),
                                                k.onUpdate(),
                                                k.isDeferred())
                                        : k)
                        .toList();
        return with(table, table.columns(), keys, table.checks(), table.indexes());
    }

    private void addColumn(int index, Table table) {
        var column = Column.of(newName("added"), Plain.INTEGER);
        column = random.nextBoolean() ? column.nullable() : column.withDefault(7);
        touch(table, column.name());
        tables.set(index, table.columns(column));
        expect(ColumnChange.ColumnAdded.class, table, column.name());
    }

    /** Returns a column that nothing else refers to. */
    private Optional<Column> free(Table table) {
        var used =
                Stream.of(
                                table.primaryKey().stream(),
                                table.uniqueKeys().stream().flatMap(k -> k.columns().stream()),
                                table.foreignKeys().stream().flatMap(k -> k.columns().stream()),
                                table.indexes().stream().flatMap(i -> i.columns().stream()))
                        .flatMap(names -> names)
                        .toList();
        var conditions = conditions(table);
        return table.columns().stream()
                .filter(c -> !used.contains(c.name()))
                .filter(c ->
                        conditions.stream().noneMatch(s -> s.contains(dialect.quote(c.name()))))
                .findFirst();
    }

    private static List<String> conditions(Table table) {
        return Stream.concat(
                        table.checks().stream().map(Check::condition),
                        table.indexes().stream().flatMap(i -> i.where().stream()))
                .toList();
    }

    private void dropColumn(int index, Table table, Column column) {
        if (table.columns().size() > 1 && touch(table, column.name())) {
            var rest = new ArrayList<>(table.columns());
            rest.remove(column);
            tables.set(index, withColumns(table, rest));
            expect(ColumnChange.ColumnDropped.class, table, column.name());
        }
    }

    private void renameColumn(int index, Table table) {
        var column = table.columns().get(random.nextInt(table.columns().size()));
        if (!touch(table, column.name())) {
            return;
        }
        var name = newName("other");
        touch(table, name);
        UnaryOperator<String> change = n -> n.equals(column.name()) ? name : n;
        UnaryOperator<String> reword =
                s -> s.replace(dialect.quote(column.name()), dialect.quote(name));
        var renamed =
                new Table(
                        table.name(),
                        table.columns().stream()
                                .map(c ->
                                        c.equals(column)
                                                ? named(c, name).renamedFrom(column.name())
                                                : c)
                                .toList(),
                        table.primaryKey().stream().map(change).toList(),
                        table.uniqueKeys().stream()
                                .map(k ->
                                        new UniqueKey(
                                                k.name(),
                                                k.columns().stream().map(change).toList()))
                                .toList(),
                        table.foreignKeys(),
                        table.checks().stream()
                                .map(c -> new Check(c.name(), reword.apply(c.condition())))
                                .toList(),
                        table.indexes().stream()
                                .map(i ->
                                        new Index(
                                                i.name(),
                                                i.parts().stream()
                                                        .map(p ->
                                                                new Index.Part(
                                                                        change.apply(p.column()),
                                                                        p.isDescending()))
                                                        .toList(),
                                                i.isUnique(),
                                                i.where().map(reword)))
                                .toList(),
                        table.formerNames());
        tables.set(index, renamed);
        tables.replaceAll(t -> following(t, table.name(), change));
        expect(ColumnChange.ColumnRenamed.class, table, name + " from " + column.name());
    }

    private static Table following(Table table, String renamed, UnaryOperator<String> change) {
        var keys =
                table.foreignKeys().stream()
                        .map(k ->
                                new ForeignKey(
                                        k.name(),
                                        table.name().equals(renamed)
                                                ? k.columns().stream().map(change).toList()
                                                : k.columns(),
                                        k.target(),
                                        k.target().equals(renamed)
                                                ? k.targetColumns().stream().map(change).toList()
                                                : k.targetColumns(),
                                        k.onDelete(),
                                        k.onUpdate(),
                                        k.isDeferred()))
                        .toList();
        return with(table, table.columns(), keys, table.checks(), table.indexes());
    }

    private void changeType(int index, Table table, Column column) {
        var other = column.type() == Plain.BYTES ? Plain.BIGINT : Plain.BYTES;
        if (column.defaultValue().isEmpty() && touch(table, column.name())) {
            replace(index, table, column, retyped(column, other));
            expect(ColumnChange.ColumnTypeChanged.class, table, column.name());
        }
    }

    private void changeNullability(int index, Table table, Column column) {
        if (touch(table, column.name())) {
            var changed =
                    new Column(
                            column.name(),
                            column.type(),
                            !column.isNullable(),
                            column.defaultValue(),
                            false,
                            false,
                            column.formerNames());
            replace(index, table, column, changed);
            expect(ColumnChange.NullabilityChanged.class, table, column.name());
        }
    }

    private void changeDefault(int index, Table table, Column column) {
        boolean isText = column.type() == Plain.TEXT || column.type() instanceof ColumnType.Varchar;
        if ((isText || column.defaultValue().isPresent()) && touch(table, column.name())) {
            var changed =
                    isText
                            ? column.withDefault("other's \\ " + number)
                            : new Column(
                                    column.name(),
                                    column.type(),
                                    column.isNullable(),
                                    Optional.empty(),
                                    false,
                                    false,
                                    column.formerNames());
            replace(index, table, column, changed);
            expect(ColumnChange.DefaultChanged.class, table, column.name());
        }
    }

    private void addKey(int index, Table table) {
        var column = Column.of(newName("added key"), Plain.BIGINT);
        touch(table, column.name());
        tables.set(index, table.columns(column.nullable()).unique(column.name()));
        expect(ColumnChange.ColumnAdded.class, table, column.name());
        expect(ConstraintChange.UniqueKeyAdded.class, table, List.of(column.name()));
    }

    private void dropForeignKey(int index, Table table) {
        if (table.foreignKeys().isEmpty() || !isUntouched(table)) {
            return;
        }
        var key = table.foreignKeys().getFirst();
        key.columns().forEach(c -> touch(table, c));
        tables.set(
                index,
                with(
                        table,
                        table.columns(),
                        table.foreignKeys().stream().skip(1).toList(),
                        table.checks(),
                        table.indexes()));
        expect(ConstraintChange.ForeignKeyDropped.class, table, key.columns());
    }

    private void addForeignKey(int index, Table table) {
        var target = tables.get(random.nextInt(tables.size()));
        if (target.primaryKey().size() != 1) {
            return;
        }
        var type = target.column(target.primaryKey().getFirst()).orElseThrow().type();
        var column = Column.of(newName("added reference"), type).nullable();
        touch(table, column.name());
        touch(target, target.primaryKey().getFirst());
        tables.set(
                index,
                table.columns(column).foreignKey(ForeignKey.from(column.name()).to(target.name())));
        expect(ColumnChange.ColumnAdded.class, table, column.name());
        expect(ConstraintChange.ForeignKeyAdded.class, table, List.of(column.name()));
    }

    private void changeCheck(int index, Table table) {
        var condition = "1 < " + (10 + number);
        if (!isUntouched(table)) {
            return;
        }
        touch(table, "");
        if (table.checks().isEmpty()) {
            var check = new Check(newName("check"), condition);
            tables.set(index, table.check(check));
            expect(ConstraintChange.CheckAdded.class, table, check.name());
        } else {
            var name = table.checks().getFirst().name();
            tables.set(
                    index,
                    with(
                            table,
                            table.columns(),
                            table.foreignKeys(),
                            List.of(new Check(name, condition)),
                            table.indexes()));
            expect(ConstraintChange.CheckDropped.class, table, name);
            expect(ConstraintChange.CheckAdded.class, table, name);
        }
    }

    private void changeIndex(int index, Table table) {
        if (table.indexes().isEmpty() || !isUntouched(table)) {
            return;
        }
        var old = table.indexes().getFirst();
        old.columns().forEach(c -> touch(table, c));
        var turned =
                new Index(
                        old.name(),
                        old.parts().stream()
                                .map(p -> new Index.Part(p.column(), !p.isDescending()))
                                .toList(),
                        old.isUnique(),
                        old.where());
        if (isKeyBoth(old, turned)) {
            return;
        }
        var rest = new ArrayList<>(table.indexes());
        rest.set(0, turned);
        tables.set(index, with(table, table.columns(), table.foreignKeys(), table.checks(), rest));
        expect(ConstraintChange.IndexDropped.class, table, old.parts());
        expect(ConstraintChange.IndexAdded.class, table, turned.parts());
    }

    /** A unique index that is a key to the engine is dropped or added as one. */
    private boolean isKeyBoth(Index old, Index turned) {
        return old.isUnique()
                && turned.isUnique()
                && !dialect.capabilities().contains(Capability.PARTIAL_INDEXES);
    }

    private void replace(int index, Table table, Column old, Column changed) {
        tables.set(
                index,
                withColumns(
                        table,
                        table.columns().stream().map(c -> c.equals(old) ? changed : c).toList()));
    }

    private static Column named(Column column, String name) {
        return new Column(
                name,
                column.type(),
                column.isNullable(),
                column.defaultValue(),
                column.isUnique(),
                column.isGenerated(),
                column.formerNames());
    }

    private static Column retyped(Column column, ColumnType type) {
        return new Column(
                column.name(),
                type,
                column.isNullable(),
                Optional.empty(),
                false,
                false,
                column.formerNames());
    }

    private static Table withColumns(Table table, List<Column> columns) {
        return with(table, columns, table.foreignKeys(), table.checks(), table.indexes());
    }

    private static Table with(
            Table table,
            List<Column> columns,
            List<ForeignKey> foreignKeys,
            List<Check> checks,
            List<Index> indexes) {
        return new Table(
                table.name(),
                columns,
                table.primaryKey(),
                table.uniqueKeys(),
                foreignKeys,
                checks,
                indexes,
                table.formerNames());
    }
}
