package dev.tenon.benchmarks.sql;

import dev.tenon.benchmarks.handout.Item;
import dev.tenon.benchmarks.handout.SessionSource;
import dev.tenon.core.host.Host;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.WriteOptions;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sessions of a module, as the module has them: in a host, of a plugin. */
public final class SessionAccess implements CrowdAccess {

    private final Host host;
    private final SessionFactory sessions;
    private final ReadOptions reading;
    private final WriteOptions writing;

    private SessionAccess(Host host, ReadOptions reading, WriteOptions writing) {
        this.host = host;
        this.sessions = host.services().get(SessionSource.class).sessions();
        this.reading = reading;
        this.writing = writing;
    }

    /** Starts the host, with the default options. */
    public static SessionAccess open(Target target, Path folder) throws IOException {
        return new SessionAccess(start(target, folder), ReadOptions.DEFAULT, WriteOptions.DEFAULT);
    }

    /** Starts the host; each session says that one statement is all. */
    static SessionAccess singleStatement(Target target, Path folder) throws IOException {
        return new SessionAccess(
                start(target, folder), ReadOptions.SINGLE_STATEMENT, WriteOptions.SINGLE_STATEMENT);
    }

    private static Host start(Target target, Path folder) throws IOException {
        Files.createDirectories(folder);
        return PluginHost.start(plugin(folder), target, folder);
    }

    /** Writes the plugin, unless it is there, and returns its file. */
    public static Path plugin(Path folder) {
        var file = folder.resolve("sessions.jar");
        return Files.exists(file)
                ? file
                : PluginSource.module("bench.sessions", "1.0")
                        .descriptor(
                                """
                                requires dev.tenon.database;
                                requires dev.tenon.benchmarks;
                                provides dev.tenon.core.ModulePlugin with bench.sessions.Main;
                                """)
                        .source(
                                "bench.sessions.Main",
                                """
                                package bench.sessions;
                                import dev.tenon.benchmarks.handout.SessionSource;
                                import dev.tenon.core.ModuleContext;
                                import dev.tenon.database.Database;
                                import dev.tenon.database.SessionFactory;
                                @Database(name = "bench")
                                public final class Main implements dev.tenon.core.ModulePlugin {
                                    @Override public void register(ModuleContext context) {
                                        var sessions = context.services().get(SessionFactory.class);
                                        context.services().offer(SessionSource.class, () -> sessions);
                                    }
                                }
                                """)
                        .jar(file);
    }

    @Override
    public Item select(long id) {
        return sessions.read(reading, s -> s.query(SELECT, id).one(Item.class));
    }

    @Override
    public List<Item> page(long after) {
        return sessions.read(reading, s -> s.query(PAGE, after).list(Item.class));
    }

    @Override
    public void insert(String title, long amount) {
        sessions.write(writing, s -> s.execute(INSERT, title, amount));
    }

    @Override
    public void increment(long id) {
        sessions.write(s -> {
            var item = s.query(SELECT, id).one(Item.class);
            return s.execute(UPDATE, item.amount() + 1, id);
        });
    }

    @Override
    public void close() {
        host.close();
    }
}
