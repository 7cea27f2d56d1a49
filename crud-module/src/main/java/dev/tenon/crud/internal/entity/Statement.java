package dev.tenon.crud.internal.entity;

import dev.tenon.database.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one statement for many rows. */
final class Statement {

    private Statement() {}

    /** Returns how many rows it has changed. */
    static long run(Session session, String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        if (rows.size() == 1) {
            return session.execute(sql, rows.getFirst());
        }
        var batch = session.batch(sql);
        rows.forEach(batch::add);
        return batch.execute();
    }
}
