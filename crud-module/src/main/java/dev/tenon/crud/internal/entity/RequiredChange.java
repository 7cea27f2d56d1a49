package dev.tenon.crud.internal.entity;

import dev.tenon.database.Session;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An update or delete of rows that have to be there, with the versions that their objects have.
 *
 * @param sql the statement, whose last values are the key and the version
 * @param done what it does, for people
 * @param values makes what is bound for a row
 */
record RequiredChange(
        EntityAccess entity, String sql, String done, Function<Draft, @Nullable Object[]> values) {

    static RequiredChange update(EntityAccess entity, Layout layout, Drafts drafts) {
        var settable = layout.settable();
        return new RequiredChange(
                entity,
                entity.statements().update(),
                "updated",
                draft -> {
                    var condition = condition(layout, draft);
                    drafts.change(draft);
                    return joined(Layout.pick(draft.row(), settable), condition);
                });
    }

    static RequiredChange delete(EntityAccess entity, Layout layout) {
        return new RequiredChange(
                entity, entity.statements().delete(), "deleted", draft -> condition(layout, draft));
    }

    private static @Nullable Object[] condition(Layout layout, Draft draft) {
        var keys = Layout.pick(draft.row(), layout.keys());
        return layout.version() < 0
                ? keys
                : joined(keys, new @Nullable Object[] {draft.row()[layout.version()]});
    }

    private static @Nullable Object[] joined(@Nullable Object[] a, @Nullable Object[] b) {
        var both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** Returns whether the row of the draft was there. */
    boolean isDone(Session session, Draft draft) {
        return session.execute(sql, values.apply(draft)) == 1;
    }

    /**
     * Changes all of the rows.
     *
     * @throws OptimisticLockingFailureException if one is not there, or has another version
     */
    void require(Session session, List<Draft> rows) {
        var all = new ArrayList<@Nullable Object[]>(rows.size());
        rows.forEach(draft -> all.add(values.apply(draft)));
        long changed = Statement.run(session, sql, all);
        if (changed != rows.size()) {
            throw refused(rows, changed);
        }
    }

    /** Returns what is thrown when a row is not there, or has another version. */
    OptimisticLockingFailureException refused(List<Draft> rows, long changed) {
        var what =
                rows.size() == 1
                        ? "The " + name(rows.getFirst()) + " was not " + done
                        : "Only "
                                + changed
                                + " of "
                                + rows.size()
                                + " "
                                + entity.type().getName()
                                + " could be "
                                + done;
        return new OptimisticLockingFailureException(
                what
                        + (entity.mapping().version().isPresent()
                                ? ": there is no row with its key and version."
                                : ": there is no row with its key.")
                        + " Somebody has changed or deleted it meanwhile: read it again, and repeat"
                        + " the change.");
    }

    private String name(Draft draft) {
        return entity.type().getName()
                + (entity.hasSimpleKey() ? " with the key " + entity.key(draft.entity()) : "");
    }
}
