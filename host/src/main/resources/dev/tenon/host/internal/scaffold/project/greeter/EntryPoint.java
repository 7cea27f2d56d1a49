package {{package}}.internal;

import dev.tenon.core.Module;
import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import {{package}}.Greeter;

/** The entry point: the host calls it when the module starts, and when it stops. */
@Module(title = "{{title}}", description = "Greets whoever comes.")
public final class {{entryPoint}} implements ModulePlugin {

    private static final System.Logger LOG = System.getLogger({{entryPoint}}.class.getName());

    @Override
    public void start(ModuleContext context) {
        Greeter greeter = context.beans().select(Greeter.class).get();
        LOG.log(System.Logger.Level.INFO, greeter.greet("world"));
    }
}
