package dev.tenon.database.internal.script;

import dev.tenon.database.engine.Lexis;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A script of SQL, as its engine reads it. Immutable.
 *
 * @param statements the statements in their order, without those that only switch foreign keys
 * @param directives what it asks of whoever runs it
 * @param unknown the comments for Tenon above the first statement that say nothing it knows
 */
public record Script(
        List<ScriptStatement> statements, Set<Directive> directives, List<String> unknown) {

    public Script {
        statements = List.copyOf(statements);
        directives = Set.copyOf(directives);
        unknown = List.copyOf(unknown);
    }

    /**
     * Reads a script.
     *
     * @param text the whole of it
     * @param lexis how its engine reads it
     */
    public static Script read(String text, Set<Lexis> lexis) {
        var splitter = new StatementSplitter(text, lexis);
        var statements = new ArrayList<ScriptStatement>();
        var directives = EnumSet.noneOf(Directive.class);
        for (ScriptStatement statement : splitter.statements()) {
            var keysOn = ForeignKeyCommand.switchesOn(statement.sql(), lexis);
            if (keysOn.isEmpty()) {
                statements.add(statement);
            } else if (!keysOn.get()) {
                directives.add(Directive.FOREIGN_KEYS_OFF);
            }
        }
        var unknown = new ArrayList<String>();
        for (String comment : splitter.leadingComments()) {
            TenonComment.content(comment)
                    .filter(content ->
                            Allowance.of(comment).isEmpty() && ModelComment.of(comment).isEmpty())
                    .ifPresent(content ->
                            Directive.of(content)
                                    .ifPresentOrElse(directives::add, () -> unknown.add(comment)));
        }
        return new Script(statements, directives, unknown);
    }

    /** Returns whether it asks for that. */
    public boolean has(Directive directive) {
        return directives.contains(directive);
    }
}
