package dev.tenon.benchmarks.plugins;

import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Plugins that are alike but for their names: each has a database with two tables. When it starts
 * it adds a row and reads it, so that its database has been written to and read from.
 */
public final class DatabasePlugins {
    private DatabasePlugins() {}

    /** Writes plugins of the numbers from 0 to count - 1 into the folder. */
    public static Path write(int count, Path folder) {
        IntStream.range(0, count)
                .parallel()
                .forEach(n -> writeOne(n, folder.resolve("database" + n + ".jar")));
        return folder;
    }

    /** Returns the name of the module with the number. */
    public static String nameOf(int number) {
        return "bench.database" + number + ".main";
    }

    /** Returns the name of the database of the module with the number. */
    public static String databaseOf(int number) {
        return "bench" + number;
    }

    private static void writeOne(int number, Path file) {
        var name = nameOf(number);
        PluginSource.module(name, "1.0")
                .descriptor(
                        """
                        requires dev.tenon.database;
                        provides dev.tenon.core.ModulePlugin with %s.Main;
                        """
                                .formatted(name))
                .source(
                        name + ".Author",
                        """
                        package %s;
                        import jakarta.persistence.*;
                        @Entity
                        public record Author(@Id @GeneratedValue Long id, String name) {}
                        """
                                .formatted(name))
                .source(
                        name + ".Note",
                        """
                        package %s;
                        import jakarta.persistence.*;
                        @Entity
                        public record Note(@Id @GeneratedValue Long id, String title, String body) {}
                        """
                                .formatted(name))
                .source(
                        name + ".Main",
                        """
                        package %s;
                        import dev.tenon.core.ModuleContext;
                        import dev.tenon.database.Database;
                        import dev.tenon.database.SessionFactory;
                        @Database(name = "%s", entities = {Author.class, Note.class})
                        public final class Main implements dev.tenon.core.ModulePlugin {
                            @Override public void start(ModuleContext context) {
                                var sessions = context.services().get(SessionFactory.class);
                                sessions.write(s -> s.execute("insert into author(name) values (?)", "A"));
                                sessions.read(s -> s.query("select * from author limit 1").list(Author.class));
                            }
                        }
                        """
                                .formatted(name, databaseOf(number)))
                .jar(file);
    }
}
