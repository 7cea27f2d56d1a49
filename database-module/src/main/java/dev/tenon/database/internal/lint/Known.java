package dev.tenon.database.internal.lint;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * What is known beside the script.
 *
 * @param live the tables before it is run
 * @param model what the module declares
 */
record Known(Dialect dialect, Schema live, Schema model) {

    Optional<Column> column(String table, String column) {
        return table(live, table)
                .flatMap(t -> t.columns().stream().filter(c -> is(c.name(), column)).findFirst());
    }

    /** Returns whether the model tells that the table was once called so. */
    boolean isFormerTable(String from, String to) {
        return table(model, to).map(t -> isAmong(from, t.formerNames())).orElse(false);
    }

    /** Returns whether the model tells that the column was once called so. */
    boolean isFormerColumn(String table, String from, String to) {
        return model.tables().stream()
                .filter(t -> is(t.name(), table) || isAmong(table, t.formerNames()))
                .flatMap(t -> t.columns().stream())
                .anyMatch(c -> is(c.name(), to) && isAmong(from, c.formerNames()));
    }

    private Optional<Table> table(Schema schema, String name) {
        return schema.tables().stream().filter(t -> is(t.name(), name)).findFirst();
    }

    private boolean isAmong(String name, List<String> names) {
        return names.stream().anyMatch(n -> is(n, name));
    }

    private boolean is(String name, String folded) {
        return dialect.folded(name).equals(folded);
    }
}
