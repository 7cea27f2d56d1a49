package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.internal.difference.TableChange;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What is done to one table that stays.
 *
 * @param from the table as it is
 * @param to the table as it is to be
 * @param changes the changes, in an order in which they can be made
 */
public record TableWork(Table from, Table to, List<Change> changes) {

    /** Returns the work for each table that stays and changes. */
    public static List<TableWork> of(Stage stage) {
        var byTable = new LinkedHashMap<String, List<Change>>();
        for (Change change : stage.difference().changes()) {
            if (!(change instanceof TableChange)) {
                byTable.computeIfAbsent(change.table(), _ -> new ArrayList<>()).add(change);
            }
        }
        return byTable.entrySet().stream()
                .map(e ->
                        new TableWork(
                                found(stage.live().schema(), e.getKey()),
                                stage.goal().schema().table(e.getKey()).orElseThrow(),
                                List.copyOf(e.getValue())))
                .toList();
    }

    /**
     * Returns the table of a name that a schema has to have; the engine may have folded it, where
     * the difference has it as the goal writes it.
     */
    public static Table found(Schema schema, String name) {
        return schema.table(name)
                .or(() ->
                        schema.tables().stream()
                                .filter(t -> t.name().equalsIgnoreCase(name))
                                .findFirst())
                .orElseThrow();
    }

    public <C extends Change> List<C> all(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public String table() {
        return to.name();
    }

    public static List<TableChange.TableAdded> added(SchemaDifference difference) {
        return difference.changes(TableChange.TableAdded.class);
    }

    public static List<Table> dropped(SchemaDifference difference) {
        return difference.changes(TableChange.TableDropped.class).stream()
                .map(TableChange.TableDropped::dropped)
                .toList();
    }
}
