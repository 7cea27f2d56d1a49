package dev.tenon.crud.internal.service;

import dev.tenon.core.error.Result;
import dev.tenon.crud.CrudDatabase;
import dev.tenon.crud.CrudTable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A database by its name. */
record DatabaseHandle(DatabaseAccess access) implements CrudDatabase, EntityRows {

    @Override
    public String name() {
        return access.name();
    }

    @Override
    public Result<List<String>> tables() {
        return access.with(
                (served, door) -> List.copyOf(door.read(s -> served.tables().all(s)).keySet()));
    }

    @Override
    public CrudTable table(String name) {
        return new TableHandle(access, name);
    }

    @Override
    public DatabaseAccess accessOf(Class<?> entity) {
        return access;
    }

    @Override
    public <T> CompletableFuture<T> async(Function<? super CrudDatabase, ? extends T> operation) {
        var cancellable = new DatabaseHandle(access.cancellable());
        return AsyncOperation.start(name(), () -> operation.apply(cancellable));
    }
}
