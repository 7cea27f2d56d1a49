package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A plugin that says at its start which rows it finds, and then writes with 64 threads. It logs
 * each number whose commit was acknowledged, and each that failed with an error; every tenth work
 * throws after its insert.
 */
final class Writers {

    static final int THREADS = 64;

    private static final String PLUGIN =
            """
            package sample.writers;

            import dev.tenon.core.Module;
            import dev.tenon.core.ModuleContext;
            import dev.tenon.core.ModulePlugin;
            import dev.tenon.database.Database;
            import dev.tenon.database.SessionFactory;
            import java.nio.ByteBuffer;
            import java.nio.channels.FileChannel;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.*;
            import java.util.*;

            @Module(title = "Writers", description = "Writes with many threads.")
            @Database(name = "writers", entities = Entry.class)
            public final class Plugin implements ModulePlugin {
                private final List<Thread> threads = new ArrayList<>();
                private final boolean stops = "true".equals(System.getenv("WRITERS_STOP"));
                private volatile boolean enough;
                private SessionFactory sessions;
                private FileChannel log;

                @Override
                public void start(ModuleContext context) throws Exception {
                    var folder = Path.of(System.getenv("WRITERS_FOLDER"));
                    sessions = context.services().get(SessionFactory.class);
                    Files.write(folder.resolve("there"), there());
                    var first = System.getenv("WRITERS_FIRST");
                    if (first.isEmpty()) {
                        return;
                    }
                    log = FileChannel.open(folder.resolve("log-" + first),
                            StandardOpenOption.APPEND, StandardOpenOption.CREATE_NEW);
                    for (int i = 0; i < 64; i++) {
                        long from = Long.parseLong(first) + i * 100_000L;
                        threads.add(Thread.ofPlatform().daemon().start(() -> write(from)));
                    }
                }

                private List<String> there() {
                    return sessions.read(s -> {
                        var lines = new ArrayList<String>();
                        lines.add(s.query("pragma integrity_check").one(String.class));
                        lines.addAll(s.query("select id from entry").list(String.class));
                        return lines;
                    });
                }

                private void write(long from) {
                    for (long next = from; !enough; next++) {
                        long id = next;
                        boolean fails = id % 10 == 0;
                        try {
                            sessions.write(s -> {
                                s.execute("insert into entry(id) values (?)", id);
                                if (fails) {
                                    throw new IllegalStateException("on purpose");
                                }
                                return id;
                            });
                            say("+" + id);
                        } catch (RuntimeException e) {
                            say("-" + id);
                            if (!fails) {
                                return;
                            }
                        }
                    }
                }

                private void say(String line) {
                    try {
                        // One system call for each line: nothing waits in a buffer to be lost.
                        log.write(ByteBuffer.wrap((line + "\\n").getBytes(StandardCharsets.US_ASCII)));
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }

                @Override
                public void stop(ModuleContext context) throws Exception {
                    if (stops) {
                        enough = true;
                        for (var thread : threads) {
                            thread.join();
                        }
                    }
                }
            }
            """;

    private static final String ENTRY =
            """
            package sample.writers;

            import jakarta.persistence.*;

            @Entity
            public record Entry(@Id long id) {}
            """;

    private final Path folder;
    private final Tenon tenon;
    private final List<String> logs = new ArrayList<>();

    /**
     * @param folder where the plugin and what it says are put
     */
    Writers(Path folder, Tenon tenon) {
        this.folder = folder;
        this.tenon = tenon;
        tenon.with("WRITERS_FOLDER", folder.toString())
                .with("TENON_PLUGINS", folder.resolve("plugins").toString());
        PluginSource.module("sample.writers", "1.0")
                .descriptor(
                        "requires dev.tenon.database; exports sample.writers;"
                                + " provides dev.tenon.core.ModulePlugin with sample.writers.Plugin;")
                .source("sample.writers.Plugin", PLUGIN)
                .source("sample.writers.Entry", ENTRY)
                .jar(folder.resolve("plugins").resolve("writers.jar"));
    }

    /** Lets the plugin wait for its threads when it is stopped. */
    Writers thatStop() {
        tenon.with("WRITERS_STOP", "true");
        return this;
    }

    /**
     * Starts a host whose writers begin at the number.
     *
     * @return the host, once it is up
     */
    Tenon.Running begin(long first) throws InterruptedException {
        logs.add("log-" + first);
        var running = tenon.with("WRITERS_FIRST", Long.toString(first)).start("run");
        running.awaitErr("The host runs until");
        return running;
    }

    /** Starts a host that looks what is there, writes nothing and ends. */
    Tenon.Finished look() throws InterruptedException {
        return tenon.with("WRITERS_FIRST", "").run("run", "--check");
    }

    /** Waits until so many works of the last host have ended. */
    void await(long works) throws IOException {
        long end = System.nanoTime() + Tenon.LIMIT.toNanos();
        for (long ended = 0; ended < works; ended = lines(logs.getLast()).size()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Only " + ended + " works have ended.");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Returns the numbers whose commit was acknowledged. */
    Set<Long> acknowledged() throws IOException {
        return logged('+');
    }

    /** Returns the numbers whose work ended with an error. */
    Set<Long> failed() throws IOException {
        return logged('-');
    }

    private Set<Long> logged(char sign) throws IOException {
        var numbers = new HashSet<Long>();
        for (var log : logs) {
            for (var line : lines(log)) {
                if (line.charAt(0) == sign) {
                    numbers.add(Long.valueOf(line.substring(1)));
                }
            }
        }
        return numbers;
    }

    /** Returns the numbers that the last start found, in a database that has to be sound. */
    Set<Long> there() throws IOException {
        var lines = lines("there");
        assertThat(lines.getFirst()).isEqualTo("ok");
        var rows = new HashSet<Long>();
        for (var line : lines.subList(1, lines.size())) {
            rows.add(Long.valueOf(line));
        }
        return rows;
    }

    /** Returns what is in the one and not in the other; AssertJ would compare each with each. */
    static Set<Long> without(Set<Long> numbers, Set<Long> others) {
        var rest = new HashSet<>(numbers);
        rest.removeAll(others);
        return rest;
    }

    private List<String> lines(String name) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
