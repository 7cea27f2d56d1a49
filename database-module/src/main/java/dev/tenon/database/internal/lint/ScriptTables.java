package dev.tenon.database.internal.lint;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.script.ScriptStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a script itself does to tables: nothing can be lost in one that it has created, and one that
 * takes the place of another is the rebuild that SQLite's manual recommends.
 *
 * @param created the tables that it creates
 * @param replaced the tables whose names others of the created ones get
 */
record ScriptTables(Set<String> created, Set<String> replaced) {

    static ScriptTables of(List<ScriptStatement> statements, Dialect dialect) {
        var created = new HashSet<String>();
        var replaced = new HashSet<String>();
        for (ScriptStatement statement : statements) {
            var words = Words.of(statement, dialect);
            if (words.take("CREATE")) {
                words.skip("GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "OR", "REPLACE");
                if (words.take("TABLE")) {
                    words.skipIfExists();
                    created.add(words.name());
                }
            } else if (words.take("ALTER", "TABLE")) {
                words.skipIfExists();
                var table = words.name();
                if (created.contains(table) && words.take("RENAME")) {
                    words.skip("TO", "AS");
                    replaced.add(words.name());
                }
            }
        }
        created.addAll(replaced);
        return new ScriptTables(Set.copyOf(created), Set.copyOf(replaced));
    }

    boolean isNew(String table) {
        return created.contains(table);
    }
}
