package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.sql.Product;
import dev.tenon.benchmarks.sql.Synchronous;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Databases with the same catalogue: one that is only read, and copies for those who write, so that
 * each begins with the same.
 */
public sealed interface Catalogues extends AutoCloseable permits CatalogueFiles, CatalogueServer {

    /** Makes the catalogue. */
    static Catalogues make(
            Product product, Synchronous synchronous, Catalogue catalogue, TemporaryFolder folder)
            throws IOException, SQLException {
        return switch (product) {
            case SQLITE -> CatalogueFiles.make(synchronous, catalogue, folder);
            case POSTGRESQL -> CatalogueServer.make(synchronous, catalogue, folder);
        };
    }

    /** Returns the one that is only read. */
    Target shared();

    /** Returns a new copy, in the place of the last one, which nobody uses any more. */
    Target copy() throws IOException, SQLException;

    @Override
    void close() throws IOException;
}
