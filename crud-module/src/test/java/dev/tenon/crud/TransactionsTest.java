package dev.tenon.crud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.service.ServiceKey;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.Plugins;
import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations within a transaction of the module that asks for them. */
class TransactionsTest {

    private static final String TRIES =
            """
            @ApplicationScoped
            @Service(value = java.util.function.Function.class, name = "tries")
            public static class Tries implements java.util.function.Function<String, Object> {
                @Inject CrudService crud;
                @Override @Transactional public Object apply(String what) {
                    var items = crud.database("tries").table("item");
                    items.create(Map.of("id", 1)).orElseThrow();
                    return switch (what) {
                        case "throw" -> throw new IllegalStateException("on purpose");
                        case "miss" ->
                                items.find(RowKey.of(9)).isSuccess()
                                        || items.delete(RowKey.of(9)).isSuccess()
                                        || items.create(Map.of("id", "x")).isSuccess();
                        case "twice" -> items.create(Map.of("id", 1)).isSuccess();
                        default -> items.find(RowKey.of(1)).isSuccess();
                    };
                }
            }
            @Entity public record Item(@Id int id) {}
            """;

    @TempDir Path temp;

    /** What an attempt has returned or thrown, and how many rows it has left. */
    private record Attempt(Object outcome, int rows) {}

    private static Attempt attempt(CrudHost host, String what) {
        @SuppressWarnings("unchecked") // The plugin says so.
        Function<String, Object> tries =
                host.host().services().get(ServiceKey.of(Function.class, "tries"));
        Object outcome;
        try {
            outcome = tries.apply(what);
        } catch (RuntimeException e) {
            outcome = e;
        }
        var rows = host.table("item").read(RowQuery.all()).orElseThrow().rows();
        rows.forEach(r -> host.table("item").delete(r.key().orElseThrow()).orElseThrow());
        return new Attempt(outcome, rows.size());
    }

    @ParameterizedTest
    @EnumSource
    void theyTakePartInIt(RealEngine engine) throws SQLException {
        try (var host =
                CrudHost.start(
                        engine,
                        temp,
                        "sample.tries",
                        Plugins.plugin(
                                "sample.tries",
                                "@Database(name = \"tries\", entities = Main.Item.class)",
                                TRIES),
                        Map.of())) {
            assertThat(attempt(host, "read")).isEqualTo(new Attempt(true, 1));
            var thrown = attempt(host, "throw");
            assertThat(thrown.outcome()).isInstanceOf(IllegalStateException.class);
            assertThat(thrown.rows()).isZero();
            assertThat(attempt(host, "miss")).as("goes on").isEqualTo(new Attempt(false, 1));
            assertThat(attempt(host, "twice").rows()).as("refused by the database").isZero();
        }
    }
}
