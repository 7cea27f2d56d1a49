package dev.tenon.crud.internal.service;

import dev.tenon.core.error.Result;
import dev.tenon.crud.BulkMode;
import dev.tenon.crud.BulkReport;
import dev.tenon.crud.CrudTable;
import dev.tenon.crud.RowChange;
import dev.tenon.crud.RowKey;
import dev.tenon.crud.RowMatch;
import dev.tenon.crud.RowPage;
import dev.tenon.crud.RowQuery;
import dev.tenon.crud.TableRow;
import dev.tenon.crud.TableSchema;
import dev.tenon.crud.internal.change.KeyValues;
import dev.tenon.crud.internal.row.RowChanges;
import dev.tenon.database.ReadOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table by its name. */
final class TableHandle implements CrudTable {

    private final DatabaseAccess database;
    private final String name;

    TableHandle(DatabaseAccess database, String name) {
        this.database = database;
        this.name = name;
    }

    @Override
    public String database() {
        return database.name();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Result<TableSchema> schema() {
        return database.with((served, door) -> served.schema(door, name));
    }

    @Override
    public Result<TableRow> create(Map<String, ? extends @Nullable Object> values) {
        return change(RowChange.create(values));
    }

    @Override
    public Result<TableRow> find(RowKey key) {
        return database.with(
                name,
                (served, door, table) -> {
                    var values = new KeyValues(table).of(key);
                    return door.read(
                                    ReadOptions.SINGLE_STATEMENT,
                                    s -> served.changes(s, table).read(values))
                            .orElseThrow(() -> RowChanges.notFound(table, values));
                });
    }

    @Override
    public Result<RowPage> read(RowQuery query) {
        return database.with(
                name,
                (served, door, table) -> {
                    var page = served.page(door, table, query);
                    return door.read(page.options(), page::read);
                });
    }

    @Override
    public Result<TableRow> update(
            RowKey key, Map<String, ? extends @Nullable Object> values, RowMatch match) {
        return change(RowChange.update(key, values, match));
    }

    @Override
    public Result<TableRow> patch(
            RowKey key, Map<String, ? extends @Nullable Object> values, RowMatch match) {
        return change(RowChange.patch(key, values, match));
    }

    @Override
    public Result<TableRow> delete(RowKey key, RowMatch match) {
        return change(new RowChange.Delete(key, match));
    }

    @Override
    public Result<TableRow> upsert(Map<String, ? extends @Nullable Object> values) {
        return change(RowChange.upsert(values));
    }

    private Result<TableRow> change(RowChange change) {
        return database.with(
                name,
                (served, door, table) -> {
                    var one = served.changing(table).one(change);
                    return door.write(one.options(), one.work()).orElseThrow();
                });
    }

    @Override
    public Result<BulkReport> bulk(BulkMode mode, List<? extends RowChange> changes) {
        return database.with(
                name,
                (served, door, table) -> {
                    int limit = served.limits().maxBulkRows();
                    if (changes.size() > limit) {
                        throw served.limitExceeded(
                                "A bulk of %d changes was given.".formatted(changes.size()),
                                "At most %d are allowed (tenon.crud.max-bulk-rows)."
                                        .formatted(limit));
                    }
                    var changing = served.changing(table);
                    return door.write(
                            switch (mode) {
                                case ALL_OR_NOTHING -> changing.all(changes);
                                case EACH -> changing.each(changes);
                            });
                });
    }

    @Override
    public <T> CompletableFuture<T> async(Function<? super CrudTable, ? extends T> operation) {
        var cancellable = new TableHandle(database.cancellable(), name);
        return AsyncOperation.start(name, () -> operation.apply(cancellable));
    }
}
