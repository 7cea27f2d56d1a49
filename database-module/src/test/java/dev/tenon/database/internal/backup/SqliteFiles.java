package dev.tenon.database.internal.backup;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.engine.sqlite.SqliteEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/** What the tests of backups look at, past the code that they test. */
final class SqliteFiles {

    private SqliteFiles() {}

    /** Returns the database {@code test} in a file, of the module {@code sample.test}. */
    static BackupSubject subject(Path file) {
        return new BackupSubject(
                new SqliteEngine(),
                StoreSettings.of("test", "jdbc:sqlite:" + file),
                "sample.test",
                Set.of("sample.old"),
                "1.2",
                "3");
    }

    /** Returns the first column of a query on a file. */
    static List<String> query(Path file, String sql) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs statements on a file, which is made where it is missing. */
    static void run(Path file, String... statements) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Unpacks a backup as its owner would. */
    static Path unpack(Path backup, Path folder) throws IOException {
        var target = folder.resolve("unpacked-" + backup.getFileName() + ".db");
        try (var zip = new ZipFile(backup.toFile());
                var in = zip.getInputStream(zip.getEntry("database.db"))) {
            Files.copy(in, target);
        }
        return target;
    }

    /** Returns the names of what is in a folder, those of work folders too. */
    static Set<String> names(Path folder) {
        var names = new TreeSet<String>();
        if (!Files.exists(folder)) {
            return names;
        }
        try (var files = Files.list(folder)) {
            files.forEach(f -> names.add(f.getFileName().toString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return names;
    }
}
