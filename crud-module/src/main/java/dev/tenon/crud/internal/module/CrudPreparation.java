package dev.tenon.crud.internal.module;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import dev.tenon.core.spi.Preparation;
import dev.tenon.core.spi.Provision;
import dev.tenon.crud.internal.table.TableMarks;

/**
 * Gives a module what CRUD has for it: a service of its own.
 *
 * @param marks what the module says of its tables
 */
record CrudPreparation(TableMarks marks) implements Preparation {

    /** A module that does not require CRUD is not served by it, and runs all the same. */
    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Provision prepare(
            ModulePlugin framework, ModuleContext context, java.lang.Module module) {
        return ((CrudModule) framework).provide(context, module, marks);
    }
}
