package dev.tenon.database.internal.rest;

import static java.util.stream.Collectors.joining;

import dev.tenon.core.spi.RestingModules;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.opening.FrameworkDatabase;
import dev.tenon.database.internal.place.DataFolders;
import dev.tenon.database.internal.place.DatabaseSettings;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The databases of the modules of a plan that does not run. */
public final class Administration implements DatabaseAdministration, AutoCloseable {

    private final DataFolders folders = new DataFolders();
    private final RecordsAtRest records;
    private final List<DatabaseAtRest> databases;

    public Administration(
            DatabaseSettings settings,
            Engines engines,
            List<Declaration> declared,
            RestingModules modules) {
        var opener = new DatabaseOpener(settings, engines, folders);
        this.records = new RecordsAtRest(opener);
        this.databases =
                Stream.concat(
                                declared.stream()
                                        .sorted(
                                                Comparator.comparing(Declaration::database)
                                                        .thenComparing(Declaration::module)),
                                Stream.of(FrameworkDatabase.DECLARATION))
                        .map(d -> new DatabaseAtRest(d, opener, modules, records))
                        .toList();
    }

    @Override
    public List<ManagedDatabase> databases() {
        return List.copyOf(databases);
    }

    @Override
    public ManagedDatabase of(String module) {
        return databases.stream()
                .filter(d -> d.module().equals(module) || d.name().equals(module))
                .findFirst()
                .orElseThrow(() ->
                        new Failures(module)
                                .of(
                                        DatabaseError.NO_SUCH_DATABASE,
                                        "There is no database of the module " + module + ".",
                                        "There are: "
                                                + databases.stream()
                                                        .map(d -> d.name() + " of " + d.module())
                                                        .collect(joining(", "))
                                                + "."));
    }

    @Override
    public void close() {
        try {
            databases.forEach(DatabaseAtRest::close);
            records.close();
        } finally {
            folders.close();
        }
    }
}
