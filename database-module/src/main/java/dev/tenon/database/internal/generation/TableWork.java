package dev.tenon.database.internal.generation;

import dev.tenon.database.internal.difference.Change;
import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.internal.difference.TableChange;
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
record TableWork(Table from, Table to, List<Change> changes) {

    /** Returns the work for each table that stays and changes. */
    static List<TableWork> of(Stage stage) {
        var byTable = new LinkedHashMap<String, List<Change>>();
        for (Change change : stage.difference().changes()) {
            if (!(change instanceof TableChange)) {
                byTable.computeIfAbsent(change.table(), _ -> new ArrayList<>()).add(change);
            }
        }
        return byTable.entrySet().stream()
                .map(e ->
                        new TableWork(
                                found(stage, e.getKey()),
                                stage.goal().schema().table(e.getKey()).orElseThrow(),
                                List.copyOf(e.getValue())))
                .toList();
    }

    /** The engine may fold names, which the difference has as the goal writes them. */
    private static Table found(Stage stage, String name) {
        var schema = stage.live().schema();
        return schema.table(name)
                .or(() ->
                        schema.tables().stream()
                                .filter(t -> t.name().equalsIgnoreCase(name))
                                .findFirst())
                .orElseThrow();
    }

    <C extends Change> List<C> all(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    String table() {
        return to.name();
    }

    static List<TableChange.TableAdded> added(SchemaDifference difference) {
        return difference.changes(TableChange.TableAdded.class);
    }

    static List<Table> dropped(SchemaDifference difference) {
        return difference.changes(TableChange.TableDropped.class).stream()
                .map(TableChange.TableDropped::dropped)
                .toList();
    }
}
