package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.ITEM;
import static dev.tenon.database.fixture.HostFolder.insert;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static dev.tenon.database.fixture.HostFolder.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.database.fixture.HostFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The obvious ways of a plugin to the database of another. What a plugin may do outside of Java,
 * such as reading files, is not among them: see docs/sessions.md.
 */
class WaysRoundTest {

    /** Tries each way, and tells by its name what came of it. */
    private static final String THIEF =
            """
            public class Thief {
                private final ModuleContext context;
                private final SessionFactory own;
                private final String victim;

                Thief(ModuleContext context, String victim) {
                    this.context = context;
                    this.own = context.services().get(SessionFactory.class);
                    this.victim = victim;
                }

                Map<String, Object> tryAll() {
                    var came = new TreeMap<String, Object>();
                    came.put("call the service of the framework", tried(() -> {
                        var type = Class.forName("dev.tenon.database.internal.module.Databases");
                        var service = context.services().get(type);
                        var method = Arrays.stream(type.getDeclaredMethods())
                                .filter(m -> m.getName().equals("close")).findFirst().orElseThrow();
                        return method.invoke(service);
                    }));
                    came.put("make a module of the framework", tried(() -> {
                        var type = Class.forName("dev.tenon.database.internal.module.DatabaseModule");
                        var field = type.getDeclaredField("databases");
                        field.setAccessible(true);
                        return field.get(type.getDeclaredConstructor().newInstance());
                    }));
                    came.put("open an engine", tried(() -> {
                        var type = Class.forName("dev.tenon.database.internal.engine.sqlite.SqliteEngine");
                        return type.getDeclaredConstructor().newInstance();
                    }));
                    came.put("look into the sessions", tried(() -> {
                        var field = own.getClass().getDeclaredField("sessions");
                        field.setAccessible(true);
                        return field.get(own);
                    }));
                    came.put("look up privately", tried(() -> java.lang.invoke.MethodHandles.privateLookupIn(
                            own.getClass(), java.lang.invoke.MethodHandles.lookup())));
                    came.put("look into the context", tried(() -> {
                        var field = Arrays.stream(context.getClass().getDeclaredFields()).findFirst().orElseThrow();
                        field.setAccessible(true);
                        return field.get(context);
                    }));
                    came.put("attach", tried(() -> own.write(s -> s.execute("attach database '" + victim + "' as other"))));
                    came.put("attach behind a comment", tried(() -> own.read(s ->
                            s.query("/* x */ -- y\\n aTtAcH '" + victim + "' as other").maps())));
                    came.put("attach behind another statement", tried(() -> own.write(s ->
                            s.execute("select 1; attach '" + victim + "' as other"))));
                    came.put("attach by JDBC", jdbc(c -> c.createStatement().execute("attach '" + victim + "' as other")));
                    came.put("attach by a prepared statement", jdbc(c ->
                            c.prepareStatement("attach '" + victim + "' as other").execute()));
                    came.put("attach by an update", jdbc(c ->
                            c.createStatement().executeUpdate("select 1; attach '" + victim + "' as other")));
                    came.put("attach by a batch", jdbc(c -> {
                        var statement = c.createStatement();
                        statement.addBatch("attach '" + victim + "' as other");
                        return statement.executeBatch();
                    }));
                    came.put("copy out", tried(() -> own.write(s -> s.execute("vacuum into '" + victim + ".copy'"))));
                    came.put("change a setting", tried(() -> own.write(s -> s.execute("pragma writable_schema = on"))));
                    came.put("load a library", tried(() -> own.read(s ->
                            s.query("select load_extension('" + victim + "')").maps())));
                    came.put("unwrap", jdbc(c -> c.unwrap(java.sql.Connection.class)));
                    came.put("commit behind the metadata", jdbc(c -> {
                        c.getMetaData().getConnection().commit();
                        return "";
                    }));
                    came.put("commit behind a statement", jdbc(c -> {
                        c.createStatement().getConnection().commit();
                        return "";
                    }));
                    came.put("commit behind a row", jdbc(c -> {
                        c.createStatement().executeQuery("select 1").getStatement().getConnection().commit();
                        return "";
                    }));
                    came.put("commit behind the proxy", jdbc(c -> {
                        var handler = java.lang.reflect.Proxy.getInvocationHandler(c);
                        try {
                            return handler.invoke(c, java.sql.Connection.class.getMethod("commit"), null);
                        } catch (Throwable t) {
                            throw new java.sql.SQLException(t);
                        }
                    }));
                    came.put("look behind the proxy", jdbc(c -> {
                        try {
                            var handler = java.lang.reflect.Proxy.getInvocationHandler(c);
                            var field = Arrays.stream(handler.getClass().getDeclaredFields()).findFirst().orElseThrow();
                            field.setAccessible(true);
                            return field.get(handler);
                        } catch (ReflectiveOperationException e) {
                            throw new java.sql.SQLException(e);
                        }
                    }));
                    return came;
                }

                interface Jdbc { Object run(java.sql.Connection connection) throws java.sql.SQLException; }

                private Object jdbc(Jdbc way) {
                    return tried(() -> own.write(s -> way.run(s.connection())));
                }

                private static Object tried(Callable<?> way) {
                    try {
                        return "GOT THROUGH: " + way.call();
                    } catch (Throwable t) {
                        return t.toString();
                    }
                }
            }
            """;

    @TempDir static Path temp;
    private static Host host;
    private static Map<?, ?> came;

    @BeforeAll
    static void tryAll() throws Exception {
        var folder = new HostFolder(temp).withItems("a");
        folder.with(
                plugin(
                                "sample.thief",
                                "1.0",
                                "@Database(name = \"thief\", entities = Main.Item.class)",
                                ITEM
                                        + """
                                        @Override public void start(ModuleContext context) {
                                            context.services().offer(
                                                    ServiceKey.of(Callable.class, "thief"),
                                                    () -> new Thief(context, "%s").tryAll());
                                        }
                                        """
                                                .formatted(folder.data().resolve("a.db")))
                        .source("sample.thief.Thief", type("sample.thief", THIEF)));
        host = folder.host().start();
        insert(sessions(host, "sample.a"), "mine");
        came = (Map<?, ?>) host.services().get(ServiceKey.of(Callable.class, "thief")).call();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void noneOfThemGetsThrough() {
        var through =
                came.entrySet().stream()
                        .filter(e -> e.getValue().toString().startsWith("GOT THROUGH"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(through).isEmpty();
        assertThat(came).hasSizeGreaterThan(20);
    }

    @Test
    void statementsThatReachBeyondTheDatabaseAreRefusedByTheirCode() {
        assertThat(came)
                .allSatisfy((way, outcome) -> {
                    if (way.toString().startsWith("attach")) {
                        assertThat(outcome.toString())
                                .as("%s", way)
                                .containsAnyOf("DB-SEC-001", "DB-QRY-011");
                    }
                });
    }

    @Test
    void theInternalsAreClosedToReflection() {
        for (var way :
                new String[] {
                    "make a module of the framework",
                    "look into the sessions",
                    "look into the context",
                    "look behind the proxy"
                }) {
            assertThat(came.get(way).toString()).as(way).contains("InaccessibleObjectException");
        }
        assertThat(came.get("open an engine").toString()).contains("IllegalAccessException");
    }

    @Test
    void theFrameworkOffersNobodyAService() {
        assertThat(host.services().describe())
                .noneMatch(service -> service.owner().equals("dev.tenon.database"));
    }

    @Test
    void whoWasRobbedHasWhatItHad() {
        assertThat(names(sessions(host, "sample.a"))).containsExactly("mine");
        assertThat(temp.resolve("data").resolve("a.db.copy")).doesNotExist();
    }
}
