package sample.digest;

import dev.tenon.core.Module;
import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entry point: writes the digest to the log when the module starts. */
@Module(title = "Digest", description = "Sums up the notes that were written last.")
public final class DigestModule implements ModulePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(DigestModule.class);

    @Override
    public void start(ModuleContext context) {
        LOG.info("{}", context.beans().select(Digest.class).get().text());
    }
}
