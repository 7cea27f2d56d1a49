package dev.tenon.database.internal.module;

import dev.tenon.core.Inspection;
import dev.tenon.core.error.TenonException;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.opening.FrameworkDatabase;
import dev.tenon.database.internal.place.DatabasePlace;
import dev.tenon.database.internal.place.DatabaseSettings;
import dev.tenon.database.internal.place.FolderInspection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks at the folders and files of the databases that modules declare, of the framework's own, and
 * of those that stand beside them. Databases on servers are not looked at.
 */
record DataInspection(DatabaseSettings settings, Engines engines) {

    private static final String SUFFIX = ".db";

    /** A database that is in a file. */
    private record InFile(Engine engine, StoreSettings settings) {

        List<Inspection> look() {
            return engine.inspect(settings);
        }
    }

    List<Inspection> of(Set<String> databases) {
        var files = new TreeMap<Path, InFile>();
        Stream.concat(databases.stream(), Stream.of(FrameworkDatabase.NAME))
                .forEach(name -> find(name, files));
        var folders = new TreeSet<Path>();
        files.keySet().forEach(file -> folders.add(file.getParent()));
        var findings = new ArrayList<Inspection>();
        for (Path folder : folders) {
            findings.addAll(new FolderInspection(folder).look());
            beside(folder).forEach(file -> findStray(file, files));
        }
        files.values().forEach(file -> findings.addAll(file.look()));
        return findings;
    }

    private void find(String database, TreeMap<Path, InFile> files) {
        try {
            var wanted = DatabasePlace.of(settings, database).settings();
            var engine = engines.of(wanted);
            DatabaseOpener.file(engine, wanted)
                    .ifPresent(file ->
                            files.put(
                                    file.toAbsolutePath().normalize(), new InFile(engine, wanted)));
        } catch (TenonException e) {
            // The plan tells of it.
            return;
        }
    }

    /** A file of which no module is there. */
    private void findStray(Path file, TreeMap<Path, InFile> files) {
        var name = file.getFileName().toString();
        var wanted =
                StoreSettings.of(
                        name.substring(0, name.length() - SUFFIX.length()), "jdbc:sqlite:" + file);
        files.computeIfAbsent(file, _ -> new InFile(engines.of(wanted), wanted));
    }

    private static List<Path> beside(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
