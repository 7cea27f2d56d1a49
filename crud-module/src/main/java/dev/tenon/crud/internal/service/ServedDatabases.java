package dev.tenon.crud.internal.service;

import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.failure.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The databases that are served, by their names. Safe for use by many threads. */
public final class ServedDatabases {

    private final ConcurrentSkipListMap<String, ServedDatabase> byName =
            new ConcurrentSkipListMap<>();

    /** Serves one more. */
    public void add(ServedDatabase database) {
        byName.put(database.name(), database);
    }

    /** Serves it no longer. */
    public void remove(ServedDatabase database) {
        byName.remove(database.name(), database);
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    List<ServedDatabase> all() {
        return List.copyOf(byName.values());
    }

    /**
     * Returns the one of that name.
     *
     * @throws dev.tenon.crud.error.RequestException {@code DB-CRUD-003} if there is none
     */
    ServedDatabase require(String name) {
        var database = byName.get(name);
        if (database == null) {
            throw new Refusals(Optional.empty(), Refusals.shown(name))
                    .unknown(
                            CrudError.DATABASE_NOT_FOUND,
                            "No database '%s' is served.".formatted(Refusals.shown(name)),
                            name,
                            names());
        }
        return database;
    }
}
