package dev.tenon.crud.internal.change;

import dev.tenon.crud.RowChange;
import dev.tenon.crud.RowKey;
import dev.tenon.crud.RowMatch;
import dev.tenon.crud.TableRow;
import dev.tenon.crud.internal.row.Powers;
import dev.tenon.crud.internal.row.RowChanges;
import dev.tenon.crud.internal.row.RowValues;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.validation.CheckedRow;
import dev.tenon.crud.internal.validation.Purpose;
import dev.tenon.crud.internal.validation.RowCheck;
import dev.tenon.database.WriteOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks changes of one table, without the database.
 *
 * @param powers what the engine can do
 */
record ChangePlan(KnownTable table, RowCheck check, Powers powers) {

    PlannedChange of(RowChange change) {
        return switch (change) {
            case RowChange.Create(var values) -> {
                var checked = check.check(values, Purpose.CREATE, List.of());
                yield new PlannedChange(
                        checked.violations(),
                        options(true),
                        rows -> rows.insert(checked.values()),
                        Optional.of(checked.values()));
            }
            case RowChange.Upsert(var values) -> {
                table.requireKey();
                var checked = check.check(values, Purpose.UPSERT, List.of());
                boolean hasVersion = table.version().map(checked.values()::get).isPresent();
                yield planned(
                        checked, options(!hasVersion), rows -> upserted(rows, checked.values()));
            }
            case RowChange.Update(var key, var values, var match) ->
                    update(key, values, match, Purpose.UPDATE);
            case RowChange.Patch(var key, var values, var match) ->
                    update(key, values, match, Purpose.PATCH);
            case RowChange.Delete(var key, var match) -> {
                var values = new KeyValues(table);
                var which = values.of(key);
                var wanted = values.of(match);
                yield new PlannedChange(
                        List.of(),
                        options(wanted),
                        rows -> rows.delete(which, wanted),
                        Optional.empty());
            }
        };
    }

    /** A row is never given a number that the database has not chosen: it has to be there. */
    private TableRow upserted(RowChanges rows, RowValues given) {
        var key = table.key();
        boolean isNumbered = key.stream().anyMatch(c -> c.column().isGenerated());
        if (!isNumbered || !given.columns().containsAll(key)) {
            return rows.upsert(given);
        }
        var match =
                table.version()
                        .flatMap(v -> Optional.ofNullable(given.get(v)))
                        .map(RowMatch::version)
                        .orElseGet(RowMatch::any);
        return rows.update(
                key.stream().map(c -> Objects.requireNonNull(given.get(c))).toList(),
                given.where(c -> !key.contains(c) && !table.version().equals(Optional.of(c))),
                match);
    }

    private PlannedChange update(
            RowKey key, Map<String, @Nullable Object> given, RowMatch match, Purpose purpose) {
        var values = new KeyValues(table);
        var which = values.of(key);
        var checked = check.check(given, purpose, which);
        var wanted = match instanceof RowMatch.Any ? ofVersion(checked) : values.of(match);
        return planned(
                checked, options(wanted), rows -> rows.update(which, checked.values(), wanted));
    }

    /** A version among the values is the one that the row has to have. */
    private static RowMatch ofVersion(CheckedRow checked) {
        return checked.version().map(RowMatch::version).orElseGet(RowMatch::any);
    }

    private static PlannedChange planned(
            CheckedRow checked, WriteOptions options, Function<RowChanges, TableRow> action) {
        return new PlannedChange(checked.violations(), options, action, Optional.empty());
    }

    /** What a row has to match is compared with it before. */
    private WriteOptions options(RowMatch wanted) {
        return options(wanted instanceof RowMatch.Any);
    }

    /** The row is read afterwards where the engine does not return it. */
    private WriteOptions options(boolean isAtOnce) {
        return isAtOnce && powers.returns() ? WriteOptions.SINGLE_STATEMENT : WriteOptions.DEFAULT;
    }
}
