package dev.tenon.database.documentation;

import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Limits;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.dialect.Dialects;
import dev.tenon.database.internal.engine.mariadb.MariaDbErrors;
import dev.tenon.database.internal.engine.postgres.PostgresErrors;
import dev.tenon.database.internal.engine.sqlite.SqliteErrors;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/engines.md what the dialects say. To write the tables anew, run this test with {@code
 * -Dtenon.docs.update=true}.
 */
class EngineTablesTest {

    private static final String PAGE = "engines.md";
    private static final List<Dialect> DIALECTS = Dialects.all();

    @Test
    void theEnginePageListsWhatTheDialectsSay() throws IOException {
        GeneratedTable.check(PAGE, "capabilities", capabilities());
        GeneratedTable.check(PAGE, "types", types());
        GeneratedTable.check(PAGE, "limits", limits());
        GeneratedTable.check(PAGE, "errors", errors());
    }

    private static String errors() {
        var lines = new ArrayList<String>();
        lines.add("| class | met as | SQLite | PostgreSQL, CockroachDB | MariaDB, MySQL |");
        lines.add("| --- | --- | --- | --- | --- |");
        for (ErrorClass errorClass : ErrorClass.values()) {
            if (errorClass != ErrorClass.OTHER) {
                var sqlite = new ArrayList<>(SqliteErrors.CODES.of(errorClass));
                SqliteErrors.TEXTS.of(errorClass).forEach(text -> sqlite.add("1 '" + text + "'"));
                lines.add(
                        row(
                                "`" + errorClass + "`",
                                List.of(
                                        errorClass.kind().name().toLowerCase(Locale.ROOT),
                                        String.join(", ", sqlite),
                                        String.join(", ", PostgresErrors.CODES.of(errorClass)),
                                        String.join(", ", MariaDbErrors.CODES.of(errorClass)))));
            }
        }
        return String.join("\n", lines);
    }

    private static String capabilities() {
        return table(
                "capability",
                Arrays.asList(Capability.values()),
                c -> "`" + c.name() + "`: " + c.meaning(),
                (c, d) -> d.capabilities().contains(c) ? "yes" : "–");
    }

    private static String types() {
        var types = new ArrayList<ColumnType>(List.of(Plain.values()));
        types.add(ColumnType.varchar(200));
        types.add(ColumnType.decimal(15, 2));
        types.add(ColumnType.decimal(16, 2));
        return table("type", types, t -> "`" + t + "`", (t, d) -> "`" + d.type(t) + "`");
    }

    private static String limits() {
        record Limit(String title, ToIntFunction<Limits> value) {}
        return table(
                "at most",
                List.of(
                        new Limit("length of a name", Limits::nameLength),
                        new Limit("columns of a table", Limits::columns),
                        new Limit("columns of a key or index", Limits::keyColumns),
                        new Limit("bytes of a key or index", Limits::keyBytes),
                        new Limit("characters of a `VARCHAR`", Limits::varchar),
                        new Limit("digits of a `DECIMAL`", Limits::precision),
                        new Limit("of them after the point", Limits::scale)),
                Limit::title,
                (limit, d) -> {
                    int value = limit.value().applyAsInt(d.limits());
                    return value == Limits.NONE
                            ? "–"
                            : "%,d".formatted(value)
                                    + (limit.title().startsWith("length")
                                            ? " "
                                                    + d.limits()
                                                            .nameUnit()
                                                            .name()
                                                            .toLowerCase(Locale.ROOT)
                                            : "");
                });
    }

    @FunctionalInterface
    private interface Cell<T> {
        String of(T row, Dialect dialect);
    }

    private static <T> String table(
            String heading, List<T> rows, Function<T, String> title, Cell<T> cell) {
        var lines = new ArrayList<String>();
        lines.add(
                row(heading, DIALECTS.stream().map(Dialect::name).toList())
                        + "\n"
                        + row("---", DIALECTS.stream().map(_ -> "---").toList()));
        for (T row : rows) {
            lines.add(row(title.apply(row), DIALECTS.stream().map(d -> cell.of(row, d)).toList()));
        }
        return String.join("\n", lines);
    }

    private static String row(String first, List<String> others) {
        return "| " + first + " | " + others.stream().collect(Collectors.joining(" | ")) + " |";
    }
}
