package dev.tenon.database.internal.module;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import dev.tenon.core.spi.Preparation;
import dev.tenon.core.spi.Provision;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.engine.Engines;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens the database of a module when it starts, and makes it what the module needs.
 *
 * @param engines those that the plan was made with
 * @param declaration what the module declares
 * @param migrationLimit how long its migrations may take
 */
record DatabasePreparation(Engines engines, Declaration declaration, Duration migrationLimit)
        implements Preparation {

    @Override
    public Provision prepare(
            ModulePlugin framework, ModuleContext context, java.lang.Module module) {
        return ((DatabaseModule) framework).databases().open(engines, context, module, declaration);
    }

    @Override
    public Optional<Duration> limit() {
        return declaration.migrations().isEmpty() ? Optional.empty() : Optional.of(migrationLimit);
    }
}
