package dev.tenon.crud.internal.service;

import static java.util.Objects.requireNonNull;

import dev.tenon.crud.CrudDatabase;
import dev.tenon.crud.CrudService;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.database.SessionFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Serves some databases by their names. */
public final class Service implements CrudService, EntityRows {

    private final ServedDatabases databases;
    private final Function<SessionFactory, Door> door;

    /** Serves those databases. */
    public Service(ServedDatabases databases) {
        this(databases, DirectDoor::new);
    }

    private Service(ServedDatabases databases, Function<SessionFactory, Door> door) {
        this.databases = databases;
        this.door = door;
    }

    @Override
    public List<String> databases() {
        return databases.names();
    }

    @Override
    public CrudDatabase database(String name) {
        requireNonNull(name, "name");
        return new DatabaseHandle(new DatabaseAccess(databases, name, door));
    }

    @Override
    public DatabaseAccess accessOf(Class<?> entity) {
        return databases.all().stream()
                .filter(d -> d.entities().find(entity).isPresent())
                .findFirst()
                .map(d -> new DatabaseAccess(databases, d.name(), door))
                .orElseThrow(() ->
                        new Refusals(Optional.empty(), String.join(", ", databases.names()))
                                .of(
                                        CrudError.ENTITY_NOT_FOUND,
                                        entity.getName() + " is no entity of a served database.",
                                        "Served are: " + databases.names() + "."));
    }

    @Override
    public <T> CompletableFuture<T> async(Function<? super CrudService, ? extends T> operation) {
        var cancellable = new Service(databases, CancellableDoor::new);
        return AsyncOperation.start("service", () -> operation.apply(cancellable));
    }
}
