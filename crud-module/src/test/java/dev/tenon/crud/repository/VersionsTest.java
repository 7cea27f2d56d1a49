package dev.tenon.crud.repository;

import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions that are counted come to an end, and do not begin anew. */
class VersionsTest {

    @TempDir Path temp;

    @ParameterizedTest
    @EnumSource
    void theLastVersionIsNotCountedUp(RealEngine engine) throws SQLException {
        var counter =
                """
                Counter: @Entity record Counter(@Id @Column(length = 9) String name, int value, @Version short version) {}
                """;
        var counters =
                """
                Counters: @Repository interface Counters extends CrudRepository<Counter, String> {}
                """;
        var test =
                """
                void count() {
                    var counters = context.services().get(Counters.class);
                    var before = counters.insert(new Counter("a", 1, (short) 32_766));
                    var last = counters.update(new Counter("a", 2, before.version()));
                    same((short) 32_767, last.version());
                    var refused = thrown(DataException.class, () ->
                            counters.update(new Counter("a", 3, last.version())));
                    same(true, refused.getMessage().contains("32767"));
                    same(last, counters.findById("a").orElseThrow());
                }
                """;
        var plugin = RepositoryHost.plugin("Counter.class", test, counter, counters);
        try (var host = RepositoryHost.start(engine, temp, plugin)) {
            host.run("count");
        }
    }
}
