package dev.tenon.crud.internal.change;

import dev.tenon.core.error.Result;
import dev.tenon.core.error.TenonException;
import dev.tenon.crud.BulkReport;
import dev.tenon.crud.BulkReport.Outcome;
import dev.tenon.crud.RowChange;
import dev.tenon.crud.error.BulkException;
import dev.tenon.crud.error.CrudException;
import dev.tenon.crud.error.RowChangedException;
import dev.tenon.crud.error.RowNotFoundException;
import dev.tenon.crud.error.ValidationException;
import dev.tenon.crud.error.Violation;
import dev.tenon.crud.internal.failure.HiddenNames;
import dev.tenon.crud.internal.row.Powers;
import dev.tenon.crud.internal.row.RowChanges;
import dev.tenon.crud.internal.row.RowValues;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.validation.RowCheck;
import dev.tenon.database.Session;
import dev.tenon.database.Work;
import dev.tenon.database.error.ValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes rows of one table: checks everything, and says then what is done in a session. */
public final class Changes {

    private final KnownTable table;
    private final ChangePlan plan;
    private final HiddenNames hidden;
    private final Function<Session, RowChanges> rows;

    /**
     * Changes rows of the table.
     *
     * @param powers what the engine can do
     * @param hidden what callers are not told of
     * @param rows makes the statements in a session
     * @throws dev.tenon.crud.error.RequestException {@code DB-CRUD-007} if it is read-only
     */
    public Changes(
            KnownTable table,
            RowCheck check,
            Powers powers,
            HiddenNames hidden,
            Function<Session, RowChanges> rows) {
        table.requireWritable();
        this.table = table;
        this.plan = new ChangePlan(table, check, powers);
        this.hidden = hidden;
        this.rows = rows;
    }

    /**
     * Returns what makes one change.
     *
     * @throws CrudException if it cannot be made, as far as that is known without the database
     */
    public OneChange one(RowChange change) {
        var planned = plan.of(change);
        requireValid(planned.violations());
        return new OneChange(
                planned.options(),
                session -> {
                    try {
                        return Result.success(planned.action().apply(rows.apply(session)));
                    } catch (RowNotFoundException | RowChangedException e) {
                        return Result.failure(e);
                    }
                });
    }

    /**
     * Returns the work that makes all changes or none.
     *
     * @throws CrudException if one cannot be made, as far as that is known without the database
     */
    public Work<BulkReport> all(List<? extends RowChange> changes) {
        var planned = new ArrayList<PlannedChange>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < changes.size(); i++) {
            try {
                var change = plan.of(changes.get(i));
                int row = i;
                change.violations().forEach(v -> violations.add(v.inRow(row)));
                planned.add(change);
            } catch (CrudException e) {
                throw failed(i, e);
            }
        }
        requireValid(violations);
        return session -> {
            makeAll(session, planned);
            return new BulkReport(
                    Collections.nCopies(planned.size(), new Outcome(Optional.empty())));
        };
    }

    /** Returns the work that makes those of the changes that can be made. */
    public Work<BulkReport> each(List<? extends RowChange> changes) {
        var planned = changes.stream().map(this::planned).toList();
        return session -> {
            var changing = rows.apply(session);
            var outcomes = new ArrayList<Outcome>();
            for (var change : planned) {
                outcomes.add(
                        new Outcome(
                                switch (change) {
                                    case Planned.Possible(var possible) ->
                                            attempt(
                                                    session,
                                                    () -> {
                                                        var _ = possible.action().apply(changing);
                                                    });
                                    case Planned.Impossible(var failure) -> Optional.of(failure);
                                }));
            }
            return new BulkReport(outcomes);
        };
    }

    /** What is known of a change before the database is asked. */
    private sealed interface Planned {
        record Possible(PlannedChange change) implements Planned {}

        record Impossible(TenonException failure) implements Planned {}
    }

    private Planned planned(RowChange change) {
        try {
            var planned = plan.of(change);
            requireValid(planned.violations());
            return new Planned.Possible(planned);
        } catch (CrudException e) {
            return new Planned.Impossible(e);
        }
    }

    /** Inserts of the same columns that follow each other are one batch. */
    private void makeAll(Session session, List<PlannedChange> planned) {
        var changing = rows.apply(session);
        for (int i = 0; i < planned.size(); ) {
            int end = endOfInserts(planned, i);
            if (end > i + 1) {
                insertMany(session, changing, planned, i, end);
                i = end;
            } else {
                makeOne(session, changing, planned.get(i), i);
                i++;
            }
        }
    }

    private static int endOfInserts(List<PlannedChange> planned, int start) {
        int end = start;
        var columns = planned.get(start).inserted().map(RowValues::columns);
        while (columns.isPresent()
                && !columns.get().isEmpty()
                && end < planned.size()
                && planned.get(end).inserted().map(RowValues::columns).equals(columns)) {
            end++;
        }
        return end;
    }

    /** Which row of a batch has failed is found by inserting one after the other. */
    private void insertMany(
            Session session, RowChanges changing, List<PlannedChange> planned, int start, int end) {
        var values =
                planned.subList(start, end).stream().map(p -> p.inserted().orElseThrow()).toList();
        var failure = attempt(session, () -> changing.insertMany(values));
        if (failure.isPresent()) {
            for (int i = start; i < end; i++) {
                makeOne(session, changing, planned.get(i), i);
            }
        }
    }

    private void makeOne(Session session, RowChanges changing, PlannedChange change, int row) {
        var failure =
                attempt(
                        session,
                        () -> {
                            var _ = change.action().apply(changing);
                        });
        if (failure.isPresent()) {
            throw failed(row, failure.get());
        }
    }

    /**
     * Does something in a savepoint, and returns why it could not be done for the sake of its
     * values. Whatever else goes wrong passes through, and may be tried again.
     */
    private Optional<TenonException> attempt(Session session, Runnable action) {
        try {
            session.<@Nullable Object>savepoint(_ -> {
                action.run();
                return null;
            });
            return Optional.empty();
        } catch (ValueException e) {
            return Optional.of(hidden.told(e));
        } catch (CrudException e) {
            return Optional.of(e);
        }
    }

    private void requireValid(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ValidationException(
                    "%s does not take the values.".formatted(table),
                    violations,
                    table.refusals().context(Map.of("table", table.name())));
        }
    }

    private BulkException failed(int row, TenonException failure) {
        return new BulkException(
                row,
                failure,
                "The change %d of a bulk on the table '%s' failed, and none was made."
                        .formatted(row, table.name()),
                table.refusals().context(Map.of("table", table.name())));
    }
}
