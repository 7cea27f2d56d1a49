package sample.jdkindex.internal;

import dev.tenon.core.Module;
import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import dev.tenon.database.Database;
import jakarta.data.page.PageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sample.jdkindex.JavaClass;
import sample.jdkindex.JavaModule;
import sample.jdkindex.JavaPackage;
import sample.jdkindex.JdkIndex;

/** The entry point: indexes the JDK if that is not done yet, and searches if it is asked to. */
@Module(
        title = "JDK index",
        description = "Knows every module, package and class of the running JDK.",
        settings = JdkIndexSettings.class)
@Database(
        name = "jdkindex",
        entities = {JavaModule.class, JavaPackage.class, JavaClass.class})
public final class JdkIndexModule implements ModulePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(JdkIndexModule.class);

    @Override
    public void start(ModuleContext context) {
        context.beans().select(Indexer.class).get().bringUpToDate();
        context.settings(JdkIndexSettings.class)
                .search()
                .ifPresent(
                        beginning -> show(context.beans().select(JdkIndex.class).get(), beginning));
    }

    private static void show(JdkIndex index, String beginning) {
        var page = index.search(beginning, PageRequest.ofSize(20));
        LOG.info(
                "{} of {} classes that begin with {}:",
                page.numberOfElements(),
                page.totalElements(),
                beginning);
        page.forEach(found -> LOG.info("  {} {}", found.kind(), found.name()));
    }
}
