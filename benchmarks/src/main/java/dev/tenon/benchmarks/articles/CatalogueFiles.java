package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.sql.Synchronous;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The catalogue in files of SQLite. */
record CatalogueFiles(Path original, Path read, Path written, Synchronous synchronous)
        implements Catalogues {

    static CatalogueFiles make(Synchronous synchronous, Catalogue catalogue, TemporaryFolder folder)
            throws IOException, SQLException {
        var original = folder.resolve("original.db");
        catalogue.fill(Target.file(original, synchronous.name()), folder.resolve(""));
        var read = folder.resolve("read.db");
        Files.copy(original, read);
        return new CatalogueFiles(original, read, folder.resolve("written.db"), synchronous);
    }

    @Override
    public Target shared() {
        return Target.file(read, synchronous.name());
    }

    @Override
    public Target copy() throws IOException {
        for (String end : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(written.resolveSibling(written.getFileName() + end));
        }
        Files.copy(original, written);
        return Target.file(written, synchronous.name());
    }

    /** The folder is not its own. */
    @Override
    public void close() {}
}
