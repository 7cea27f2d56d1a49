package dev.tenon.database.contract;

import dev.tenon.database.fixture.RealEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds queries of which is known what they return and what their parameters are. Their texts,
 * names and comments are full of what would mean something elsewhere.
 */
final class RandomTexts {

    /**
     * A query of one row of texts.
     *
     * @param named the values of its parameters, if they are by name
     * @param values those by position
     * @param expected the columns
     * @param several whether another statement follows
     */
    record Text(
            String sql,
            Map<String, String> named,
            List<String> values,
            List<String> expected,
            boolean several) {}

    private static final List<String> PIECES =
            List.of(
                    "'",
                    "''",
                    "\"",
                    "`",
                    "[",
                    "]",
                    ":a",
                    ":",
                    "::",
                    "?",
                    "??",
                    ";",
                    "--",
                    "-- ",
                    "#",
                    "$",
                    "$$",
                    "$t$",
                    "\\",
                    "\\\\",
                    "*",
                    "/",
                    "(",
                    ")",
                    "E'",
                    "@x",
                    " commit ",
                    "é",
                    "\ufeff",
                    "\t",
                    "{",
                    "}",
                    "x",
                    "0",
                    "end",
                    " begin ",
                    ",",
                    "=");

    private final RealEngine engine;
    private final Random random;
    private final Map<String, String> named = new LinkedHashMap<>();
    private final List<String> values = new ArrayList<>();
    private boolean byName;

    RandomTexts(RealEngine engine, Random random) {
        this.engine = engine;
        this.random = random;
    }

    Text next() {
        named.clear();
        values.clear();
        byName = random.nextBoolean();
        var expected = new ArrayList<String>();
        var sql = new StringBuilder(gap()).append("select").append(gap());
        int columns = 1 + random.nextInt(4);
        for (int i = 0; i < columns; i++) {
            sql.append(i == 0 ? "" : ",").append(gap()).append(column(expected)).append(gap());
        }
        sql.append("from (select 1 as lo, 2 as hi) b").append(gap());
        boolean several = random.nextInt(5) == 0;
        sql.append(several ? ";" + gap() + pick("select 2", "commit", "'", "?", ":a") : end());
        return new Text(
                sql.toString(),
                Map.copyOf(named),
                List.copyOf(values),
                List.copyOf(expected),
                several);
    }

    private String end() {
        return switch (random.nextInt(5)) {
            case 0 -> ";";
            case 1 -> ";" + gap() + ";" + gap();
            case 2 -> "-- " + inLine();
            case 3 -> "; -- " + inLine();
            default -> "";
        };
    }

    private String column(List<String> expected) {
        var value = noise();
        expected.add(value);
        var alias = random.nextBoolean() ? "" : gap() + "as" + gap() + name();
        int kind = random.nextInt(8);
        if (kind < 3) {
            return parameter(value) + alias;
        }
        if (kind < 6) {
            return text(value) + alias;
        }
        expected.removeLast();
        return own(expected) + alias;
    }

    private String parameter(String value) {
        if (!byName) {
            values.add(value);
            return "?";
        }
        var name = "p" + named.size();
        named.put(name, value);
        return ":" + name;
    }

    /** Returns the value as a text. */
    private String text(String value) {
        var doubled = "'" + value.replace("'", "''") + "'";
        return switch (engine) {
            case SQLITE -> doubled;
            case POSTGRESQL ->
                    switch (random.nextInt(4)) {
                        case 0 -> escaped("E", value, '\'');
                        case 1 -> "$q1$" + value + "$q1$";
                        case 2 -> "U&" + doubled.replace("\\", "\\\\");
                        default -> doubled;
                    };
            case MARIADB -> escaped("", value, random.nextBoolean() ? '\'' : '"');
        };
    }

    private String escaped(String prefix, String value, char quote) {
        var mark = String.valueOf(quote);
        return prefix
                + mark
                + value.replace("\\", "\\\\")
                        .replace(mark, random.nextBoolean() ? "\\" + mark : mark + mark)
                + mark;
    }

    /** Returns what only this engine understands. */
    private String own(List<String> expected) {
        return switch (engine) {
            case SQLITE -> known(expected, "3", "cast(1+2 as text)");
            case POSTGRESQL ->
                    switch (random.nextInt(4)) {
                        case 0 -> known(expected, "{1,2}", "(array[1,2,3])[lo:hi]::text");
                        case 1 ->
                                known(expected, "t", "left(('{\"a\":1}'::jsonb ?? 'a')::text, 1)");
                        case 2 -> known(expected, "7", "'7'::int::text");
                        default -> {
                            expected.add("x");
                            yield parameter("x") + "::text";
                        }
                    };
            case MARIADB ->
                    switch (random.nextInt(3)) {
                        case 0 -> known(expected, "8", "cast(5--3 as char)");
                        case 1 -> known(expected, "n", "ifnull(@" + name() + ", 'n')");
                        default -> known(expected, "4", "cast(4 # " + inLine() + "\n as char)");
                    };
        };
    }

    private static String known(List<String> expected, String value, String sql) {
        expected.add(value);
        return sql;
    }

    private String name() {
        var noise = "n" + noise() + "n";
        boolean backticks =
                engine == RealEngine.MARIADB
                        || (engine == RealEngine.SQLITE && random.nextBoolean());
        if (backticks) {
            return "`" + noise.replace("`", "``") + "`";
        }
        if (engine == RealEngine.SQLITE && random.nextBoolean()) {
            return "[" + noise.replace("]", "") + "]";
        }
        return "\"" + noise.replace("\"", "\"\"") + "\"";
    }

    /** Returns what separates words. */
    private String gap() {
        return switch (random.nextInt(6)) {
            case 0 -> "\n";
            case 1 -> " /*" + inComment() + "*/ ";
            case 2 -> " --" + (engine == RealEngine.MARIADB ? " " : "") + inLine() + "\n";
            case 3 -> engine == RealEngine.MARIADB ? " #" + inLine() + "\n" : "\t";
            case 4 ->
                    engine == RealEngine.POSTGRESQL
                            ? " /*" + inComment() + " /* " + inComment() + " */ '*/ "
                            : engine == RealEngine.SQLITE ? " \ufeff\r\n" : " \r\n";
            default -> " ";
        };
    }

    private String inComment() {
        return noise().replace("*", "").replace("/", "");
    }

    private String inLine() {
        return noise();
    }

    private String noise() {
        return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                .limit(random.nextInt(7))
                .collect(Collectors.joining());
    }

    private String pick(String... all) {
        return all[random.nextInt(all.length)];
    }
}
