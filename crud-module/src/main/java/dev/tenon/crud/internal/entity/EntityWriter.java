package dev.tenon.crud.internal.entity;

import dev.tenon.database.Session;
import dev.tenon.database.WriteOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Changes the rows of one entity as objects say. Immutable, and safe for use by many threads; each
 * call works on the session that it is handed, which writes.
 *
 * <p>Objects are taken in portions. What their rows have got is in what is returned; {@link
 * #result} puts it into the objects, when the session has ended well.
 */
public final class EntityWriter {

    private static final int PORTION = 1_000;

    private final Layout layout;
    private final EntityStatements statements;
    private final Drafts drafts;
    private final ElementRows elements;
    private final RequiredChange update;
    private final RequiredChange delete;

    EntityWriter(EntityAccess entity, Layout layout, EntityStatements statements) {
        this.layout = layout;
        this.statements = statements;
        drafts = new Drafts(entity, layout);
        elements = new ElementRows(entity);
        update = RequiredChange.update(entity, layout, drafts);
        delete = RequiredChange.delete(entity, layout);
    }

    /** Returns the object with what its row has got: a copy of a record, else the object itself. */
    public Object result(Written written) {
        return drafts.result(written);
    }

    /** Returns how a session has to write that inserts, updates or deletes the objects. */
    public WriteOptions options(List<?> objects) {
        return objects.size() == 1 && !elements.areThere()
                ? WriteOptions.SINGLE_STATEMENT
                : WriteOptions.DEFAULT;
    }

    /** Returns how a session has to write that saves the objects. */
    public WriteOptions saveOptions(List<?> objects) {
        return statements.save().isPresent() ? options(objects) : WriteOptions.DEFAULT;
    }

    /** Inserts a row for each of the objects. */
    public List<Written> insert(Session session, List<?> objects) {
        return portions(session, objects, this::insertPortion);
    }

    private void insertPortion(Session session, List<Draft> portion) {
        var numbered = new ArrayList<Draft>();
        var others = new ArrayList<Draft>();
        for (var draft : portion) {
            drafts.begin(draft);
            (drafts.isNumbered(draft) ? numbered : others).add(draft);
        }
        run(session, statements.insert(), others);
        drafts.numbered().ifPresent(rows -> rows.insert(session, numbered));
        elements.insert(session, portion);
    }

    /**
     * Updates the row of each of the objects.
     *
     * @throws jakarta.data.exceptions.OptimisticLockingFailureException if one is not there, or has
     *     another version
     */
    public List<Written> update(Session session, List<?> objects) {
        return portions(session, objects, this::updatePortion);
    }

    private void updatePortion(Session session, List<Draft> portion) {
        update.require(session, portion);
        elements.replace(session, portion);
    }

    /**
     * Updates the row of each of the objects that has one, and inserts one for each of the others.
     *
     * @throws jakarta.data.exceptions.OptimisticLockingFailureException if a row has another
     *     version
     */
    public List<Written> save(Session session, List<?> objects) {
        return portions(session, objects, this::savePortion);
    }

    private void savePortion(Session session, List<Draft> portion) {
        var fresh = new ArrayList<Draft>();
        var kept = new ArrayList<Draft>();
        for (var draft : portion) {
            (drafts.isNew(draft) ? fresh : kept).add(draft);
        }
        insertPortion(session, fresh);
        if (statements.save().isPresent()) {
            run(session, statements.save().get(), kept);
            elements.replace(session, kept);
        } else {
            kept.forEach(draft -> saveOne(session, draft));
        }
    }

    private void saveOne(Session session, Draft draft) {
        var one = List.of(draft);
        if (update.isDone(session, draft)) {
            elements.replace(session, one);
        } else if (isThere(session, draft)) {
            throw update.refused(one, 0);
        } else {
            insertPortion(session, one);
        }
    }

    private boolean isThere(Session session, Draft draft) {
        var keys = Layout.pick(draft.row(), layout.keys());
        return !session.query(statements.exists(), keys).list(Integer.class).isEmpty();
    }

    /**
     * Deletes the row of each of the objects.
     *
     * @throws jakarta.data.exceptions.OptimisticLockingFailureException if one is not there, or has
     *     another version
     */
    public void delete(Session session, List<?> objects) {
        portions(session, objects, delete::require);
    }

    private List<Written> portions(
            Session session, List<?> objects, BiConsumer<Session, List<Draft>> action) {
        var written = new ArrayList<Written>(objects.size());
        for (int from = 0; from < objects.size(); from += PORTION) {
            var portion =
                    objects.subList(from, Math.min(from + PORTION, objects.size())).stream()
                            .map(drafts::of)
                            .toList();
            action.accept(session, portion);
            portion.forEach(draft -> written.add(draft.written()));
        }
        return written;
    }

    private static void run(Session session, String sql, Collection<Draft> portion) {
        Statement.run(session, sql, portion.stream().map(Draft::row).toList());
    }
}
