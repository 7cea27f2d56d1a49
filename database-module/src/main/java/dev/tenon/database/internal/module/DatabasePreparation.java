package dev.tenon.database.internal.module;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModuleData;
import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModulePlugin;
import dev.tenon.core.spi.Disposal;
import dev.tenon.core.spi.Preparation;
import dev.tenon.core.spi.Provision;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.engine.Engines;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Opens the database of a module when it starts, and makes it what the module needs.
 *
 * @param engines those that the plan was made with
 * @param declaration what the module declares
 */
record DatabasePreparation(Engines engines, Declaration declaration) implements Preparation {

    @Override
    public Provision prepare(
            ModulePlugin framework, ModuleContext context, java.lang.Module module) {
        return databases(framework).open(engines, context, module, declaration);
    }

    @Override
    public void rehearse(ModulePlugin framework, java.lang.Module module) throws IOException {
        databases(framework).rehearse(engines, module, declaration);
    }

    @Override
    public Duration limit(ModulePlugin framework) {
        return declaration.migrations().isEmpty()
                ? Duration.ZERO
                : databases(framework).migrationLimit(declaration.database());
    }

    @Override
    public Optional<Disposal> disposal(
            ModulePlugin framework,
            ModuleInfo module,
            ModuleData data,
            Collection<Preparation> staying) {
        var others =
                staying.stream()
                        .filter(DatabasePreparation.class::isInstance)
                        .map(other -> ((DatabasePreparation) other).declaration);
        return Optional.of(
                databases(framework).disposal(engines, module, declaration, data, others));
    }

    private static Databases databases(ModulePlugin framework) {
        return ((DatabaseModule) framework).databases();
    }
}
