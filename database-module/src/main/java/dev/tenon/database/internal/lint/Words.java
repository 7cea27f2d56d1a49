package dev.tenon.database.internal.lint;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.introspection.Token;
import dev.tenon.database.internal.introspection.Token.Kind;
import dev.tenon.database.internal.introspection.Tokens;
import dev.tenon.database.internal.script.ScriptStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tokens of a statement, or of a part of one, and a place among them. */
final class Words {

    private final Dialect dialect;
    private final String sql;
    private final List<Token> tokens;
    private int at;

    private Words(Dialect dialect, String sql, List<Token> tokens) {
        this.dialect = dialect;
        this.sql = sql;
        this.tokens = tokens;
    }

    static Words of(ScriptStatement statement, Dialect dialect) {
        return new Words(dialect, statement.sql(), Tokens.of(statement.sql(), dialect.lexis()));
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** Returns the first word in capitals; empty if there is none. */
    String first() {
        var token = tokens.getFirst();
        return token.kind() == Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
    }

    boolean is(String keyword) {
        return !atEnd() && tokens.get(at).is(keyword);
    }

    boolean isOneOf(Set<String> keywords) {
        return keywords.stream().anyMatch(this::is);
    }

    /** Goes past the keywords, if all of them are there in this order. */
    boolean take(String... keywords) {
        int end = at + keywords.length;
        for (int i = at; i < end; i++) {
            if (i >= tokens.size() || !tokens.get(i).is(keywords[i - at])) {
                return false;
            }
        }
        at = end;
        return true;
    }

    /** Goes past whichever of the keywords come here. */
    void skip(String... keywords) {
        while (isOneOf(Set.of(keywords))) {
            at++;
        }
    }

    void skipIfExists() {
        boolean _ = take("IF", "NOT", "EXISTS") || take("IF", "EXISTS");
    }

    /** Goes past a name, with what qualifies it, and returns its last part as the engine has it. */
    String name() {
        var name = "";
        while (!atEnd() && tokens.get(at).isName()) {
            var token = tokens.get(at++);
            name = token.kind() == Kind.NAME ? token.text() : token.text().toLowerCase(Locale.ROOT);
            if (!take(".")) {
                break;
            }
        }
        return dialect.folded(name);
    }

    /** Returns whether the keywords come anywhere from here on, outside of parentheses. */
    boolean has(String... keywords) {
        var open = 0;
        for (int i = at; i < tokens.size(); i++) {
            open += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            var rest = new Words(dialect, sql, tokens.subList(i, tokens.size()));
            if (open == 0 && rest.take(keywords)) {
                return true;
            }
        }
        return false;
    }

    /** Returns what is left, in parts between the commas that stand outside of parentheses. */
    List<Words> parts() {
        var parts = new ArrayList<Words>();
        int open = 0;
        int from = at;
        for (int i = at; i < tokens.size(); i++) {
            open += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (open == 0 && tokens.get(i).is(",")) {
                parts.add(new Words(dialect, sql, tokens.subList(from, i)));
                from = i + 1;
            }
        }
        parts.add(new Words(dialect, sql, tokens.subList(from, tokens.size())));
        return parts;
    }

    /** Returns the words and symbols up to the first of the keywords, in capitals. */
    String upTo(Set<String> keywords) {
        var text = new StringBuilder();
        for (int i = at; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (keywords.stream().anyMatch(token::is)) {
                break;
            }
            text.append(token.kind() == Kind.WORD && !text.isEmpty() ? " " : "")
                    .append(token.text().toUpperCase(Locale.ROOT));
        }
        return text.toString().strip();
    }

    Words copy() {
        var copy = new Words(dialect, sql, tokens);
        copy.at = at;
        return copy;
    }
}
