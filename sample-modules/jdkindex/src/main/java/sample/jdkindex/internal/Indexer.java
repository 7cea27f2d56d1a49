package sample.jdkindex.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the index, in one transaction: nobody ever sees half of it. */
@ApplicationScoped
class Indexer {

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    private final Catalogue catalogue;

    @Inject
    Indexer(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Indexes the running JDK, unless it is that of the index. */
    @Transactional
    void bringUpToDate() {
        var jdk = new RunningJdk();
        if (catalogue.modules().equals(jdk.modules())) {
            return;
        }
        catalogue.removeClasses();
        catalogue.removePackages();
        catalogue.removeModules();
        long rows = 0;
        try (var progress = new ProgressBar("Indexing the JDK", jdk.modules().size())) {
            for (var module : jdk.modules()) {
                var content = jdk.content(module);
                catalogue.add(module);
                catalogue.addPackages(content.packages());
                catalogue.addClasses(content.classes());
                rows += 1 + content.packages().size() + content.classes().size();
                progress.step(module.name());
            }
        }
        LOG.info("Indexed the JDK: {} modules, packages and classes.", rows);
    }
}
