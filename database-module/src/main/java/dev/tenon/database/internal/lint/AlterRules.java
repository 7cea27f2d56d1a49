package dev.tenon.database.internal.lint;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.schema.Column;
import java.util.Set;

/** Looks at what is done to a table that has rows already. */
final class AlterRules {

    private static final Set<String> PARTS =
            Set.of("CONSTRAINT", "PRIMARY", "FOREIGN", "CHECK", "INDEX", "KEY", "PARTITION");
    private static final Set<String> COLUMN_CLAUSES =
            Set.of(
                    "NOT",
                    "NULL",
                    "DEFAULT",
                    "COLLATE",
                    "CHECK",
                    "CONSTRAINT",
                    "UNIQUE",
                    "PRIMARY",
                    "REFERENCES",
                    "GENERATED",
                    "USING",
                    "COMMENT",
                    "AFTER",
                    "FIRST",
                    "CHARACTER",
                    "AUTO_INCREMENT");
    private static final Set<String> FILLED =
            Set.of("DEFAULT", "GENERATED", "AS", "AUTO_INCREMENT", "SERIAL", "BIGSERIAL");

    private final Dialect dialect;
    private final ScriptTables tables;
    private final Known known;
    private final Report report;
    private String table = "";

    AlterRules(Dialect dialect, ScriptTables tables, Known known, Report report) {
        this.dialect = dialect;
        this.tables = tables;
        this.known = known;
        this.report = report;
    }

    void check(Words words) {
        words.take("ALTER");
        words.skip("ONLINE", "IGNORE");
        if (!words.take("TABLE")) {
            return;
        }
        words.skipIfExists();
        words.skip("ONLY");
        table = words.name();
        if (!tables.isNew(table)) {
            words.parts().forEach(this::action);
        }
    }

    private void action(Words words) {
        if (words.take("RENAME")) {
            rename(words);
        } else if (words.take("DROP")) {
            drop(words);
        } else if (words.take("ADD")) {
            add(words);
        } else if (words.take("ALTER")) {
            alter(words);
        } else if (words.take("MODIFY")) {
            words.skip("COLUMN");
            words.skipIfExists();
            redefine(words.name(), words);
        } else if (words.take("CHANGE")) {
            change(words);
        } else if (isPostgres()
                && (words.take("SET", "TABLESPACE") || words.take("SET", "LOGGED"))) {
            report.add(Danger.LONG_LOCK, of("SET"));
        }
    }

    private void rename(Words words) {
        if (words.is("CONSTRAINT") || words.is("INDEX") || words.is("KEY")) {
            return;
        }
        if (words.take("TO") || words.take("AS")) {
            var to = words.name();
            if (!known.isFormerTable(table, to)) {
                report.add(Danger.RENAME, of("RENAME TO " + to));
            }
            return;
        }
        words.skip("COLUMN");
        words.skipIfExists();
        var from = words.name();
        if (words.take("TO")) {
            renamed(from, words.name());
        }
    }

    private void renamed(String from, String to) {
        if (!from.equals(to) && !known.isFormerColumn(table, from, to)) {
            report.add(Danger.RENAME, of("RENAME COLUMN " + from + " TO " + to));
        }
    }

    private void change(Words words) {
        words.skip("COLUMN");
        words.skipIfExists();
        var from = words.name();
        renamed(from, words.name());
        redefine(from, words);
    }

    private void drop(Words words) {
        if (words.isOneOf(PARTS)) {
            return;
        }
        words.skip("COLUMN");
        words.skipIfExists();
        report.add(Danger.DROP_COLUMN, of("DROP COLUMN " + words.name()));
    }

    private void add(Words words) {
        if (words.take("CONSTRAINT")) {
            if (!words.is("UNIQUE") && !words.isOneOf(PARTS)) {
                words.name();
            }
            constraint(words);
        } else if (words.is("UNIQUE") || words.isOneOf(PARTS)) {
            constraint(words);
        } else {
            words.skip("COLUMN");
            words.skipIfExists();
            column(words.name(), words);
        }
    }

    private void constraint(Words words) {
        boolean unique = words.is("UNIQUE") || words.is("PRIMARY");
        if (unique && !words.has("USING", "INDEX")) {
            report.add(Danger.UNIQUE, of("ADD UNIQUE"));
        }
        boolean reads = words.is("FOREIGN") || words.is("CHECK");
        if (reads && isPostgres() && !words.has("NOT", "VALID")) {
            report.add(Danger.LONG_LOCK, of("ADD CONSTRAINT without NOT VALID"));
        }
        if (words.is("FOREIGN") && dialect instanceof MariaDbDialect) {
            report.add(Danger.LONG_LOCK, of("ADD FOREIGN KEY"));
        }
    }

    private void column(String column, Words words) {
        boolean filled = FILLED.stream().anyMatch(words::has);
        if (words.has("NOT", "NULL") && !filled) {
            report.add(Danger.NOT_NULL, of("ADD COLUMN " + column + " NOT NULL without DEFAULT"));
        }
        if (words.has("UNIQUE") && filled) {
            report.add(Danger.UNIQUE, of("ADD COLUMN " + column + " UNIQUE with one DEFAULT"));
        }
        if (isPostgres() && words.has("STORED")) {
            report.add(Danger.LONG_LOCK, of("ADD COLUMN " + column + " GENERATED … STORED"));
        }
    }

    private void alter(Words words) {
        if (words.isOneOf(Set.of("INDEX", "KEY", "CONSTRAINT"))) {
            return;
        }
        words.skip("COLUMN");
        words.skipIfExists();
        var column = words.name();
        if (words.take("SET", "NOT", "NULL")) {
            if (known.column(table, column).map(Column::isNullable).orElse(true)) {
                report.add(Danger.NOT_NULL, of("ALTER COLUMN " + column + " SET NOT NULL"));
            }
        } else if (words.take("TYPE") || words.take("SET", "DATA", "TYPE")) {
            type(column, words);
        }
    }

    private void redefine(String column, Words words) {
        var live = known.column(table, column);
        if (words.has("NOT", "NULL") && live.map(Column::isNullable).orElse(true)) {
            report.add(Danger.NOT_NULL, of("MODIFY " + column + " NOT NULL"));
        }
        type(column, words);
    }

    private void type(String column, Words words) {
        var change =
                TypeChange.of(
                        known.column(table, column).map(Column::type),
                        words.upTo(COLUMN_CLAUSES),
                        dialect);
        var what = of("type of " + column);
        switch (change) {
            case SAME, WIDER_IN_PLACE -> {}
            case WIDER -> report.add(Danger.LONG_LOCK, what);
            case NARROWER -> {
                report.add(Danger.NARROWING, what);
                if (!isSqlite()) {
                    report.add(Danger.LONG_LOCK, what);
                }
            }
        }
    }

    private boolean isPostgres() {
        return dialect instanceof PostgresDialect;
    }

    private boolean isSqlite() {
        return dialect instanceof SqliteDialect;
    }

    private String of(String action) {
        return "ALTER TABLE " + table + " " + action;
    }
}
