package dev.tenon.database.internal.lint;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.script.Script;
import dev.tenon.database.internal.script.ScriptStatement;
import dev.tenon.database.schema.Schema;
import java.util.List;

/**
 * Reads migrations that people have written, and finds what is dangerous in them: by their tokens,
 * as the engine reads them. Stateless and safe for use by many threads.
 */
public final class ScriptLint {

    private final Dialect dialect;
    private final Schema live;
    private final Schema model;

    /**
     * Prepares for the scripts of one database.
     *
     * @param dialect that of its engine
     * @param live the tables before the script is run; without any, types are compared with nothing
     * @param model what the module declares; its former names tell which renames are known
     */
    public ScriptLint(Dialect dialect, Schema live, Schema model) {
        this.dialect = dialect;
        this.live = live;
        this.model = model;
    }

    /** Returns what is dangerous and not allowed by a comment, in the order of the script. */
    public List<Finding> findings(String script) {
        var statements = Script.read(script, dialect.lexis()).statements();
        var tables = ScriptTables.of(statements, dialect);
        return statements.stream()
                .flatMap(s -> findings(s, tables).stream().filter(f -> !isAllowed(f, s)))
                .toList();
    }

    private List<Finding> findings(ScriptStatement statement, ScriptTables tables) {
        var report = new Report(statement);
        var words = Words.of(statement, dialect);
        if (words.atEnd()) {
            return List.of();
        }
        switch (words.first()) {
            case "CREATE" -> new IndexRules(dialect, tables, report).check(words);
            case "ALTER" ->
                    new AlterRules(dialect, tables, new Known(dialect, live, model), report)
                            .check(words);
            case "DROP", "RENAME", "TRUNCATE", "DELETE", "UPDATE", "WITH", "REPLACE" ->
                    new RowRules(tables, new Known(dialect, live, model), report).check(words);
            default -> new CommandRules(dialect, report).check(words);
        }
        return report.findings();
    }

    /** A reason is asked for, so that the next reader knows it. */
    private static boolean isAllowed(Finding finding, ScriptStatement statement) {
        return statement.allowances().stream()
                .anyMatch(a -> a.kind().equals(finding.danger().id()) && !a.reason().isBlank());
    }
}
