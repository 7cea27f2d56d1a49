package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Lexis;
import java.util.Set;

/** Takes quotation marks off. */
final class Quoted {

    private Quoted() {}

    /** Returns what stands between the marks of a name or text. */
    static String content(String quoted, Set<Lexis> lexis) {
        char mark = quoted.charAt(0);
        if (mark == '$') {
            int tag = quoted.indexOf('$', 1) + 1;
            return quoted.substring(tag, Math.max(tag, quoted.length() - tag));
        }
        var inner = quoted.substring(1, Math.max(1, quoted.length() - 1));
        var content = inner.replace(String.valueOf(mark).repeat(2), String.valueOf(mark));
        return lexis.contains(Lexis.BACKSLASHES) && mark != '`' ? unescaped(content) : content;
    }

    /** https://mariadb.com/kb/en/string-literals/#escape-sequences */
    private static String unescaped(String text) {
        var result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                char escaped = text.charAt(i);
                result.append(
                        switch (escaped) {
                            case '0' -> '\0';
                            case 'b' -> '\b';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            case 'Z' -> '\u001a';
                            default -> escaped;
                        });
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }
}
