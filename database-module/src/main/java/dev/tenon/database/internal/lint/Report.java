package dev.tenon.database.internal.lint;

import dev.tenon.database.internal.script.ScriptStatement;
import java.util.ArrayList;
import java.util.List;

/** Collects what is found in one statement. */
final class Report {

    private final ScriptStatement statement;
    private final List<Finding> findings = new ArrayList<>();

    Report(ScriptStatement statement) {
        this.statement = statement;
    }

    void add(Danger danger, String what) {
        findings.add(new Finding(danger, what, statement.sql(), statement.line()));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
