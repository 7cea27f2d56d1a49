package {{package}}.internal;

import dev.tenon.core.Module;
import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import dev.tenon.database.Database;
import {{package}}.Guestbook;

/** The entry point: the host calls it when the module starts, and when it stops. */
@Module(title = "{{title}}", description = "Keeps a guest book.")
@Database(name = "{{database}}", entities = Guest.class)
public final class {{entryPoint}} implements ModulePlugin {

    private static final System.Logger LOG = System.getLogger({{entryPoint}}.class.getName());

    @Override
    public void start(ModuleContext context) {
        Guestbook guestbook = context.beans().select(Guestbook.class).get();
        LOG.log(System.Logger.Level.INFO, "Guests so far: " + guestbook.guests().size());
    }
}
