package dev.tenon.database.internal.generation.proof;

import static dev.tenon.database.error.GenerationError.NOT_PROVED;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.ColumnChange;
import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.SchemaComparison;
import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.internal.generation.writing.LostValues;
import dev.tenon.database.internal.script.Script;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Runs the scripts up, down and up again on a copy, as they will stand in their files, and looks
 * after each at the tables, at the rows that have to be as they were, and at what refers to them.
 */
public final class Proof {

    private final Dialect dialect;
    private final Bench bench;
    private final Way up;
    private final Way down;
    private final GenerationFailures failures;

    public Proof(Dialect dialect, Bench bench, Way up, Way down, GenerationFailures failures) {
        this.dialect = dialect;
        this.bench = bench;
        this.up = up;
        this.down = down;
        this.failures = failures;
    }

    /** Compares the tables that are there with those that have to be. */
    @FunctionalInterface
    public interface Left {
        /** Returns what is missing. */
        SchemaDifference in(Schema found) throws SQLException;
    }

    /**
     * Does it.
     *
     * @param direction hears which way is gone
     * @return what was compared
     */
    public Evidence run(
            List<Script> upScripts, List<Script> downScripts, Consumer<String> direction)
            throws SQLException {
        direction.accept("up");
        bench.reset();
        var untouched = Kept.by(up, this::isUntouched);
        var restored = Kept.by(up, this::isRestored);
        var before = contents(untouched, true);
        var beforeAll = contents(restored, true);

        run(upScripts, "up", up.after());
        compare(before, contents(untouched, false), untouched, "up");
        var repeated = repeated();
        var first = contents(repeated, false);

        direction.accept("down");
        run(downScripts, "down", down.after());
        compare(beforeAll, contents(restored, true), restored, "down");

        direction.accept("up again");
        run(upScripts, "up again", up.after());
        compare(first, contents(repeated, false), repeated, "up again");
        return new Evidence(before.size(), before.stream().mapToLong(Contents::rows).sum());
    }

    /**
     * Runs the migrations that follow in a new database, where the copy has come to.
     *
     * @param left tells what they have not made
     */
    public void follow(List<Script> scripts, Left left) throws SQLException {
        run(scripts, "up in a new database");
        var missing = left.in(dialect.read(bench.connection()).schema());
        if (!missing.isEmpty()) {
            throw failures.of(
                    NOT_PROVED,
                    "the scripts do not lead to the model in a new database",
                    "What is left: " + String.join("; ", missing.descriptions()) + ".");
        }
    }

    private void run(List<Script> scripts, String direction, LiveSchema expected)
            throws SQLException {
        run(scripts, direction);
        var found = dialect.read(bench.connection());
        var left = new SchemaComparison(dialect).compare(found.schema(), expected.schema());
        if (!left.isEmpty() || !new Others(dialect).areSame(found, expected)) {
            throw failures.of(
                    NOT_PROVED,
                    "on a copy, " + direction + ", the tables are not what they have to be",
                    "The same statements have led to others before.");
        }
    }

    private void run(List<Script> scripts, String direction) throws SQLException {
        try {
            for (Script script : scripts) {
                bench.run(
                        script.statements().stream().map(s -> s.sql()).toList(),
                        script.directives());
            }
        } catch (FailedStatement e) {
            throw failures.of(direction, e);
        }
    }

    private List<Contents> contents(List<Kept> tables, boolean isBefore) throws SQLException {
        var contents = new ArrayList<Contents>();
        for (Kept kept : tables) {
            contents.add(
                    Contents.of(
                            bench.connection(),
                            dialect,
                            isBefore ? kept.from() : kept.to(),
                            kept.columns().entrySet().stream()
                                    .map(e -> isBefore ? e.getKey() : e.getValue())
                                    .toList()));
        }
        return contents;
    }

    private void compare(
            List<Contents> expected, List<Contents> found, List<Kept> tables, String direction) {
        for (int i = 0; i < tables.size(); i++) {
            var was = expected.get(i);
            var is = found.get(i);
            if (!was.equals(is)) {
                throw failures.of(
                        NOT_PROVED,
                        "on a copy, %s, the table %s does not hold what it has to"
                                .formatted(direction, tables.get(i).to()),
                        was.rows() == is.rows()
                                ? "Values of its " + was.rows() + " rows differ."
                                : "It has " + is.rows() + " rows instead of " + was.rows() + ".");
            }
        }
    }

    private boolean isUntouched(String table, String column) {
        return isRestored(table, column) && !Kept.hasNewType(up, table, column);
    }

    /** What is filled in, or cut to a smaller type, does not come back. */
    private boolean isRestored(String table, String column) {
        return up.fills().of(table, column).isEmpty()
                && !isCut(table, column)
                && !isLeftOut(table, column);
    }

    private boolean isCut(String table, String column) {
        return up.difference().destructive().stream()
                .anyMatch(c ->
                        c instanceof ColumnChange changed
                                && changed.table().equals(table)
                                && changed.name().equals(column));
    }

    private boolean isLeftOut(String table, String column) {
        BiPredicate<String, String> isThere =
                (t, c) -> down.fills().of(t, c).filter(LostValues.NOTHING::equals).isPresent();
        return Kept.by(up, (t, c) -> t.equals(table) && c.equals(column)).stream()
                .anyMatch(k ->
                        k.columns().keySet().stream().anyMatch(c -> isThere.test(k.from(), c)));
    }

    /** What the way up leads to each time, with what it adds. */
    private List<Kept> repeated() {
        var tables = new ArrayList<Kept>();
        for (var table : up.after().schema().tables()) {
            var columns = new TreeMap<String, String>();
            for (var column : table.columns()) {
                if (isRestored(table.name(), column.name())
                        && !isOfItsTime(table.name(), column.name())) {
                    columns.put(column.name(), column.name());
                }
            }
            tables.add(new Kept(table.name(), table.name(), columns));
        }
        return tables;
    }

    private boolean isOfItsTime(String table, String column) {
        return up.difference().changes(ColumnAdded.class).stream()
                .filter(a -> a.table().equals(table) && a.name().equals(column))
                .flatMap(a -> a.column().defaultValue().stream())
                .anyMatch(d -> d instanceof Default.Now || d instanceof Default.Expression);
    }
}
