package dev.tenon.crud.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenon.database.engine.StoreSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTest {

    private static final SortKey A = new SortKey("a", true, false, false);
    private static final SortKey B = new SortKey("b", true, false, false);
    private static final SortKey B_DOWN = new SortKey("b", false, false, false);
    private static final SortKey MAYBE = new SortKey("n", true, false, true);
    private static final SortKey TEXT = new SortKey("t", true, true, false);

    private static Fragment<Object> condition(String engine, List<SortKey> keys, Object... values) {
        var optionals = new ArrayList<Optional<Object>>();
        for (var value : values) {
            optionals.add(Optional.ofNullable(value));
        }
        return new Keyset<>(keys, optionals).condition(Engines.syntax(engine));
    }

    @Test
    void oneKeyIsComparedByItself() {
        var condition = condition("sqlite", List.of(A), 1);
        assertThat(condition.sql()).isEqualTo("(a > ?)");
        assertThat(condition.values()).containsExactly(1);
        assertThat(condition("sqlite", List.of(B_DOWN), 1).sql()).isEqualTo("(b < ?)");
    }

    @Test
    void keysOfOneDirectionAreComparedAsRowsWhereAnIndexFindsThem() {
        for (var engine : List.of("sqlite", "postgresql")) {
            var condition = condition(engine, List.of(A, TEXT), 1, "x");
            assertThat(condition.sql()).isEqualTo("(a, lower(t)) > (?, lower(?))");
            assertThat(condition.values()).containsExactly(1, "x");
        }
        assertThat(condition("mariadb", List.of(A, B), 1, 2).sql())
                .isEqualTo("a >= ? and (a > ? or a = ? and (b > ?))");
    }

    @Test
    void keysOfSeveralDirectionsAreComparedOneByOneBehindABound() {
        var condition = condition("sqlite", List.of(A, B_DOWN), 1, 2);
        assertThat(condition.sql()).isEqualTo("a >= ? and (a > ? or a = ? and (b < ?))");
        assertThat(condition.values()).containsExactly(1, 1, 1, 2);
    }

    @Test
    void nullStandsWhereTheEnginePutsIt() {
        assertThat(condition("sqlite", List.of(MAYBE, A), 1, 2).sql())
                .isEqualTo("n >= ? and (n > ? or n = ? and (a > ?))");
        assertThat(condition("postgresql", List.of(MAYBE, A), 1, 2).sql())
                .isEqualTo("(n > ? or n is null or n = ? and (a > ?))");
        assertThat(condition("sqlite", List.of(MAYBE, A), null, 2).sql())
                .isEqualTo("(n is not null or n is null and (a > ?))");
        assertThat(condition("postgresql", List.of(MAYBE, A), null, 2).sql())
                .isEqualTo("n is null and (1 = 0 or n is null and (a > ?))");
    }

    @Test
    void thereIsAValueForEachKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> condition("sqlite", List.of(A, B), 1))
                .withMessage("There are 2 sort keys and 1 values.");
        assertThatIllegalArgumentException().isThrownBy(() -> condition("sqlite", List.of()));
    }

    /** What stands before the row must not be read, however much it is. */
    @Test
    void anIndexFindsThePageAndItsOrder(@TempDir Path folder) throws SQLException {
        for (var keys : List.of(List.of(A, B), SortKey.reversed(List.of(A, B)))) {
            var syntax = Engines.syntax("sqlite");
            var writer =
                    new SqlWriter<Object>(syntax)
                            .add("explain query plan select a, b from t where ")
                            .add(condition("sqlite", keys, 1, 2));
            SortKey.write(writer, keys);
            new Portion<Object>(Optional.of(50), Optional.empty()).write(writer);
            assertThat(plan(folder, writer.fragment()))
                    .singleElement()
                    .asString()
                    .startsWith("SEARCH t USING")
                    .contains("(a,b)");
        }
    }

    private static List<String> plan(Path folder, Fragment<Object> statement) throws SQLException {
        var settings = StoreSettings.of("test", "jdbc:sqlite:" + folder.resolve("test.db"));
        try (var store = Engines.named("sqlite").open(settings);
                var connection = store.connect();
                var create = connection.createStatement()) {
            create.execute("create table if not exists t(a integer not null, b integer not null)");
            create.execute("create index if not exists i on t(a, b)");
            try (var prepared = connection.prepareStatement(statement.sql())) {
                for (int i = 0; i < statement.values().size(); i++) {
                    prepared.setObject(i + 1, statement.values().get(i));
                }
                try (var rows = prepared.executeQuery()) {
                    var plan = new ArrayList<String>();
                    while (rows.next()) {
                        plan.add(rows.getString("detail"));
                    }
                    return plan;
                }
            }
        }
    }
}
