package dev.tenon.crud.internal.sql;

import dev.tenon.database.engine.Dialect;
import java.util.Map;

/**
 * In which words an engine says what engines say differently. Immutable.
 *
 * @param own its words where they are not those of the standard
 * @param noLimit what stands after LIMIT where only rows are to be skipped; empty if nothing does
 * @param putsNullsLast whether NULL is greater than every value in a sorted result, not smaller
 * @param comparesRows whether {@code (a, b) > (?, ?)} finds its rows by an index over both
 * @param hasCasts whether a value can be cast to any type of a column
 * @param hasGlob whether patterns are those of GLOB
 */
record Wording(
        Map<Phrase, String> own,
        String noLimit,
        boolean putsNullsLast,
        boolean comparesRows,
        boolean hasCasts,
        boolean hasGlob) {

    private static final Wording SQLITE =
            new Wording(
                    Map.ofEntries(
                            Map.entry(Phrase.LENGTH, "length({0})"),
                            Map.entry(Phrase.LEFT, "substr({0}, 1, max({1}, 0))"),
                            Map.entry(
                                    Phrase.RIGHT,
                                    "case when {1} > 0 then substr({0}, -({1}))"
                                            + " else substr({0}, 1, 0) end"),
                            // The collation is one of the engine of the database module.
                            Map.entry(Phrase.KEPT_NUMBER, "{0} collate tenon_decimal"),
                            // The others round what they store.
                            Map.entry(Phrase.ROUNDED, "round({0}, {1})"),
                            // It is bound as a text, which is greater than every number.
                            Map.entry(Phrase.EXACT_NUMBER, "cast({0} as real)"),
                            // A decimal number can be a text, and '7' / '2' is 3.
                            Map.entry(Phrase.QUOTIENT, "(cast({0} as real) / {1})"),
                            // LIKE takes small letters for capital ones. GLOB does not, and uses
                            // indexes.
                            Map.entry(Phrase.LIKE, "{0} glob {1}"),
                            Map.entry(Phrase.NOT_LIKE, "{0} not glob {1}"),
                            Map.entry(
                                    Phrase.PATTERN,
                                    "replace(replace(replace(replace(replace({0}, '[', '[[]'),"
                                            + " '*', '[*]'), '?', '[?]'), '%', '*'), '_', '?')"),
                            Map.entry(Phrase.SAME, "{0} is {1}"),
                            Map.entry(Phrase.DIFFERENT, "{0} is not {1}"),
                            // As the engine stores them, with nine digits of a second.
                            Map.entry(Phrase.TODAY, "date('now', 'localtime')"),
                            Map.entry(
                                    Phrase.TIME, "strftime('%H:%M:%f000000', 'now', 'localtime')"),
                            Map.entry(
                                    Phrase.NOW,
                                    "strftime('%Y-%m-%dT%H:%M:%f000000', 'now', 'localtime')")),
                    "-1",
                    false,
                    true,
                    true,
                    true);

    private static final Wording MARIADB =
            new Wording(
                    Map.of(
                            Phrase.CONCATENATION, "concat({0}, {1})",
                            Phrase.WHOLE_QUOTIENT, "({0} div {1})",
                            Phrase.SAME, "{0} <=> {1}",
                            Phrase.DIFFERENT, "not ({0} <=> {1})",
                            Phrase.TIME, "current_time(6)",
                            Phrase.NOW, "localtimestamp(6)"),
                    "18446744073709551615",
                    false,
                    false,
                    false,
                    false);

    private static final Wording COCKROACHDB =
            new Wording(
                    Map.of(
                            // The plain one makes a decimal number of two whole ones.
                            Phrase.WHOLE_QUOTIENT, "({0} // {1})",
                            Phrase.TIME, "localtime(6)",
                            Phrase.NOW, "localtimestamp(6)"),
                    "",
                    false,
                    true,
                    true,
                    false);

    private static final Wording STANDARD = new Wording(Map.of(), "", true, true, true, false);

    Wording {
        own = Map.copyOf(own);
    }

    /** Returns that of an engine, for one that is not known here the standard's. */
    static Wording of(Dialect dialect) {
        return switch (dialect.name()) {
            case "SQLite" -> SQLITE;
            case "CockroachDB" -> COCKROACHDB;
            case "MariaDB/MySQL" -> MARIADB;
            // PostgreSQL, too.
            default -> STANDARD;
        };
    }

    String of(Phrase phrase) {
        return own.getOrDefault(phrase, phrase.standard());
    }
}
