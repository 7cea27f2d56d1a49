package dev.tenon.crud.internal.entity;

import dev.tenon.database.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows that the database numbers. Several are in one statement, and the numbers come back
 * in any order: since each is greater than the one before, the smallest is that of the first row.
 */
final class NumberedRows {

    private static final int PORTION = 64;

    /** No engine takes fewer values in one statement. */
    private static final int VALUES = 32_000;

    private final EntityAccess entity;
    private final Class<?> type;
    private final int[] columns;
    private final int portion;
    private final String statement;

    NumberedRows(EntityAccess entity, Class<?> type, Layout layout) {
        this.entity = entity;
        this.type = Handles.boxed(type);
        columns = layout.notNumbered();
        portion = columns.length == 0 ? 1 : Math.max(1, Math.min(PORTION, VALUES / columns.length));
        statement = entity.statements().insertNumbered(portion);
    }

    /** Inserts them, and notes the number of each. */
    void insert(Session session, List<Draft> drafts) {
        int from = 0;
        while (drafts.size() - from >= portion && portion > 1) {
            insertSeveral(session, drafts.subList(from, from + portion));
            from += portion;
        }
        drafts.subList(from, drafts.size()).forEach(draft -> insertOne(session, draft));
    }

    private void insertOne(Session session, Draft draft) {
        var sql = entity.statements().insertNumbered();
        draft.gets(session.query(sql, Layout.pick(draft.row(), columns)).one(type));
    }

    private void insertSeveral(Session session, List<Draft> drafts) {
        var values = new ArrayList<@Nullable Object>(drafts.size() * columns.length);
        drafts.forEach(d -> Collections.addAll(values, Layout.pick(d.row(), columns)));
        var numbers = new ArrayList<>(session.query(statement, values.toArray()).list(type));
        numbers.sort(null);
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).gets(numbers.get(i));
        }
    }
}
