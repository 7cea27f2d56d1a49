package dev.tenon.database.internal.generation.proof;

import static dev.tenon.database.error.GenerationError.BLOCKED;
import static dev.tenon.database.error.GenerationError.FILL_UNKNOWN;
import static dev.tenon.database.error.GenerationError.NEEDS_VALUES;
import static dev.tenon.database.error.GenerationError.NOT_PROVED;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.internal.generation.writing.Fill;
import dev.tenon.database.internal.generation.writing.Fills;
import dev.tenon.database.internal.generation.writing.FreeNames;
import dev.tenon.database.internal.generation.writing.Goal;
import dev.tenon.database.internal.generation.writing.LostValues;
import dev.tenon.database.internal.generation.writing.Needs;
import dev.tenon.database.internal.generation.writing.Renames;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.Steps;
import dev.tenon.database.internal.generation.writing.Steps.Later;
import dev.tenon.database.internal.generation.writing.Writing;
import dev.tenon.database.schema.LiveSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes the way from what a copy holds to a goal, in two stages: names first, so that whatever comes
 * after finds the texts of views and triggers with the new ones, as the engine has written them.
 */
public final class Walk {

    private final Dialect dialect;
    private final Bench bench;
    private final Writing writing;
    private final Comparing comparing;
    private final GenerationFailures failures;

    public Walk(
            Dialect dialect,
            Bench bench,
            Writing writing,
            Comparing comparing,
            GenerationFailures failures) {
        this.dialect = dialect;
        this.bench = bench;
        this.writing = writing;
        this.comparing = comparing;
        this.failures = failures;
    }

    public Way to(Goal goal, List<Fill> fills) throws SQLException {
        var direction = goal.isBack() ? "down" : "up";
        try {
            return walk(goal, fills);
        } catch (FailedStatement e) {
            throw failures.of(direction, e);
        }
    }

    /** Takes back what has run in scripts of its own. */
    public void back(List<Later> later) throws SQLException {
        try {
            for (Later one : later.reversed()) {
                bench.run(one.down(), Set.of());
            }
        } catch (FailedStatement e) {
            throw failures.of("down", e);
        }
    }

    private Way walk(Goal goal, List<Fill> fills) throws SQLException, FailedStatement {
        bench.run(goal.first(), Set.of());
        var before = dialect.read(bench.connection());
        var difference = comparing.compare(before.schema(), goal.schema());
        var renames = Renames.of(difference, dialect);
        bench.run(renames, Set.of());

        var live = dialect.read(bench.connection());
        var rest = FreeNames.of(live, comparing.compare(live.schema(), goal.schema()), dialect);
        var given = Fills.given(fills, rest);
        refuseUseless(given, rest);
        var open = new Stage(bench.connection(), live, rest, goal, given);
        var stage = new Stage(bench.connection(), live, rest, goal, filled(open));
        if (!goal.isBack()) {
            refuseWithoutValues(stage);
        }
        var steps = writing.change(stage);
        bench.run(steps.statements(), steps.directives());
        for (Later later : steps.later()) {
            bench.run(later.up(), Set.of());
        }

        var after = dialect.read(bench.connection());
        check(stage, after);
        return new Way(
                goal,
                before,
                difference,
                stage.fills(),
                Steps.of(goal.first()).then(Steps.of(renames)).then(steps),
                after);
    }

    private Fills filled(Stage stage) {
        return stage.goal().isBack()
                ? stage.fills().or(LostValues.of(stage, dialect))
                : stage.fills().or(new Needs(dialect, stage).defaults());
    }

    /** It would take the place of values that are right. */
    private void refuseUseless(Fills given, SchemaDifference rest) {
        var useless = given.uselessIn(rest);
        if (!useless.isEmpty()) {
            throw failures.of(
                    FILL_UNKNOWN,
                    "a value is given for " + String.join(", ", useless),
                    "Rows keep the values that they have there.");
        }
    }

    private void refuseWithoutValues(Stage stage) throws SQLException {
        var needed = new Needs(dialect, stage).open();
        if (!needed.isEmpty()) {
            throw failures.of(
                    NEEDS_VALUES,
                    "rows that are there have no value for " + String.join(", ", needed),
                    "Every row has to have one from now on, and there is no default.");
        }
    }

    private void check(Stage stage, LiveSchema after) throws SQLException {
        var left = comparing.compare(after.schema(), stage.goal().schema());
        if (!left.isEmpty()) {
            throw failures.of(
                    NOT_PROVED,
                    "the statements that were written do not lead to the "
                            + (stage.goal().isBack() ? "tables of before" : "model"),
                    "What is left: " + String.join("; ", left.descriptions()) + ".");
        }
        var others = new Others(dialect);
        var lost = others.missing(stage, after);
        if (!lost.isEmpty()) {
            throw failures.of(
                    BLOCKED,
                    "it would lose what a model cannot say",
                    "It is about "
                            + lost.stream().map(Object::toString).collect(Collectors.joining(", "))
                            + ".");
        }
    }
}
