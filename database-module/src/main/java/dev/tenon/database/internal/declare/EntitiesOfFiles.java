package dev.tenon.database.internal.declare;

import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.database.mapping.DeclaredEntities;
import dev.tenon.database.mapping.EntityMapping;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads what a module declares once more, for other framework modules. */
public final class EntitiesOfFiles implements DeclaredEntities {

    /** Made by the service loader. */
    public EntitiesOfFiles() {}

    @Override
    public Optional<List<EntityMapping>> of(ModuleFiles module) throws IOException {
        return new DeclarationReader(module.moduleName(), module::classModel)
                .read(module.pluginClass())
                .filter(declaration -> !declaration.hasErrors())
                .map(Declaration::entities);
    }
}
