package dev.tenon.database.internal.lint;

/** Looks at statements that take rows, or whole tables, away. */
final class RowRules {

    private final ScriptTables tables;
    private final Known known;
    private final Report report;

    RowRules(ScriptTables tables, Known known, Report report) {
        this.tables = tables;
        this.known = known;
        this.report = report;
    }

    void check(Words words) {
        switch (words.first()) {
            case "DROP" -> drop(words);
            case "RENAME" -> rename(words);
            case "TRUNCATE" -> truncate(words);
            case "WITH" -> with(words);
            case "DELETE" -> delete(words);
            case "UPDATE" -> update(words);
            default -> {}
        }
    }

    private void drop(Words words) {
        if (!words.take("DROP", "TABLE")) {
            return;
        }
        words.skipIfExists();
        for (Words part : words.parts()) {
            var table = part.name();
            if (!tables.isNew(table)) {
                report.add(Danger.DROP_TABLE, "DROP TABLE " + table);
            }
        }
    }

    /** https://mariadb.com/kb/en/rename-table/ */
    private void rename(Words words) {
        if (!words.take("RENAME", "TABLE") && !words.take("RENAME", "TABLES")) {
            return;
        }
        words.skipIfExists();
        for (Words part : words.parts()) {
            var from = part.name();
            part.take("TO");
            var to = part.name();
            if (!tables.isNew(from) && !known.isFormerTable(from, to)) {
                report.add(Danger.RENAME, "RENAME TABLE " + from + " TO " + to);
            }
        }
    }

    private void truncate(Words words) {
        words.take("TRUNCATE");
        words.skip("TABLE", "ONLY");
        for (Words part : words.parts()) {
            var table = part.name();
            if (!tables.isNew(table)) {
                report.add(Danger.NO_WHERE, "TRUNCATE " + table);
            }
        }
    }

    /** A WITH has its own queries in parentheses; the statement stands outside of them. */
    private void with(Words words) {
        if (words.has("DELETE", "FROM") && !words.has("WHERE")) {
            report.add(Danger.NO_WHERE, "WITH … DELETE without WHERE");
        } else if (words.has("UPDATE") && words.has("SET") && isUpdate(words)) {
            report.add(Danger.NO_WHERE, "WITH … UPDATE without WHERE");
        }
    }

    private static boolean isUpdate(Words words) {
        return !words.has("WHERE") && !words.has("INSERT") && !words.has("FOR", "UPDATE");
    }

    private void delete(Words words) {
        words.take("DELETE");
        words.skip("LOW_PRIORITY", "QUICK", "IGNORE", "FROM", "ONLY");
        var table = words.copy().name();
        if (!words.has("WHERE") && !tables.isNew(table) && !isOfCounters(table)) {
            report.add(Danger.NO_WHERE, "DELETE FROM " + table + " without WHERE");
        }
    }

    private void update(Words words) {
        words.take("UPDATE");
        if (words.take("OR")) {
            words.skip("ROLLBACK", "ABORT", "REPLACE", "FAIL", "IGNORE");
        }
        words.skip("LOW_PRIORITY", "IGNORE", "ONLY");
        var table = words.copy().name();
        if (!words.has("WHERE") && !tables.isNew(table)) {
            report.add(Danger.NO_WHERE, "UPDATE " + table + " without WHERE");
        }
    }

    /** The counters of SQLite are no rows of anybody. */
    private static boolean isOfCounters(String table) {
        return table.equals("sqlite_sequence");
    }
}
