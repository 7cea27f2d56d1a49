package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.entity.Entities;
import dev.tenon.crud.internal.query.render.ArgumentReader;
import org.jspecify.annotations.Nullable;

/** Reads arguments that are entities, or what is embedded in them. */
record EntityArguments(Entities entities) implements ArgumentReader {

    @Override
    public @Nullable Object attribute(Object embedded, String path) {
        return entities.embeddedValue(embedded, path);
    }

    /** What is no entity is a key already. */
    @Override
    public @Nullable Object key(Object entity) {
        return entities.find(entity.getClass()).map(e -> e.key(entity)).orElse(entity);
    }
}
