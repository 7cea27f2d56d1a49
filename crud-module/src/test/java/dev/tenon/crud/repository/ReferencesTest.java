package dev.tenon.crud.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.service.ServiceKey;
import dev.tenon.crud.fixture.CountedSessions;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.Plugins;
import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.crud.internal.entity.Entities;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it costs to read entities that refer to others. */
class ReferencesTest {

    private static final String MEMBERS =
            """
            @Entity public static class Person {
                @Id public long id;
                @ManyToOne public Person boss;
            }
            """;

    @TempDir Path temp;

    /** Each person has the one before as boss. */
    private CrudHost chain(RealEngine engine, int length) throws SQLException {
        var host =
                CrudHost.start(
                        engine,
                        temp,
                        "sample.people",
                        Plugins.plugin(
                                "sample.people",
                                "@Database(name = \"people\", entities = Main.Person.class)",
                                MEMBERS),
                        Map.of());
        host.sessions()
                .write(s -> {
                    for (int i = 1; i <= length; i++) {
                        s.execute(
                                "insert into person(id, boss_id) values (?, ?)",
                                i,
                                i == 1 ? null : i - 1);
                    }
                    return length;
                });
        return host;
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE, id = 6, 6",
        "POSTGRESQL, id = 6, 6",
        "SQLITE, id in (4; 6), 4",
        "SQLITE, id > 0, 1"
    })
    void aChainOfReferencesIsOneQueryForEachLevel(RealEngine engine, String where, int queries)
            throws SQLException {
        try (var host = chain(engine, 6)) {
            var module =
                    host.host()
                            .services()
                            .get(ServiceKey.of(Class.class, host.module()))
                            .getModule();
            var people = new Entities(host.mapped(), module).of("sample.people.Main$Person");
            var sql =
                    "select %s from person where %s"
                            .formatted(people.columns(), where.replace(';', ','));
            var counted = new CountedSessions(host.sessions());

            var found = counted.read(s -> people.list(s, s.query(sql)));

            assertThat(found).isNotEmpty();
            assertThat(counted.queries()).isEqualTo(queries);
        }
    }
}
