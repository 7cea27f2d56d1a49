package dev.tenon.database.internal.lint;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.dialect.PostgresDialect;

/** Looks at indexes on tables that have rows already. */
final class IndexRules {

    private final Dialect dialect;
    private final ScriptTables tables;
    private final Report report;

    IndexRules(Dialect dialect, ScriptTables tables, Report report) {
        this.dialect = dialect;
        this.tables = tables;
        this.report = report;
    }

    void check(Words words) {
        words.take("CREATE");
        words.skip("OR", "REPLACE");
        boolean unique = words.take("UNIQUE");
        if (!words.take("INDEX")) {
            return;
        }
        boolean concurrently = words.take("CONCURRENTLY");
        words.skipIfExists();
        var index = words.is("ON") ? "" : words.name();
        words.skip("ON", "ONLY");
        var table = words.name();
        if (tables.isNew(table)) {
            return;
        }
        var what = "CREATE INDEX " + index + " ON " + table;
        if (unique) {
            report.add(Danger.UNIQUE, what);
        }
        if (dialect instanceof PostgresDialect && !concurrently) {
            report.add(Danger.BLOCKING_INDEX, what);
        }
    }
}
