package dev.tenon.crud.internal.entity;

import dev.tenon.database.Query;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.Row;
import dev.tenon.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of one attribute, for queries that select nothing else. */
record SelectedAttribute(Slot slot) implements RowObjects {

    /** A value that can be null, which a list of rows cannot hold by itself. */
    private record Read(@Nullable Object value) {}

    private Read read(Row row) throws SQLException {
        return new Read(slot.read(row, 1));
    }

    @Override
    public ReadOptions options() {
        return slot.isLinked() ? ReadOptions.DEFAULT : ReadOptions.SINGLE_STATEMENT;
    }

    @Override
    public List<@Nullable Object> list(Session session, Query query) {
        var values = new ArrayList<@Nullable Object>();
        query.list(this::read).forEach(read -> values.add(read.value));
        return slot.isLinked() ? new Links(session).values(slot, values) : values;
    }

    @Override
    public Stream<? extends @Nullable Object> stream(Session session, Query query) {
        if (slot.isLinked()) {
            return list(session, query).stream();
        }
        return query.stream(this::read).<@Nullable Object>map(Read::value);
    }
}
