package dev.tenon.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that have broken programs. */
public final class Hostile {

    private static final List<String> KNOWN =
            List.of(
                    "",
                    " ",
                    "'",
                    "''",
                    "\"",
                    "`",
                    "]",
                    "\\",
                    "\0",
                    "a\0b",
                    "%",
                    "_",
                    "?",
                    ":name",
                    "@x",
                    "$1",
                    "--",
                    "/*",
                    "*/",
                    ";",
                    "null",
                    "NULL",
                    "'; drop table note; --",
                    "' or '1'='1",
                    "\" or \"\"=\"",
                    "1; delete from note",
                    "x' union select sql from sqlite_schema --",
                    "') ; attach 'x' as y; --",
                    "note",
                    "select",
                    "0",
                    "007",
                    "1e5",
                    "0x10",
                    "1.0",
                    "NaN",
                    "-0",
                    "9223372036854775808",
                    "\r\n",
                    "\t",
                    "\u0001",
                    "\u007f",
                    "\u0085",
                    "\u2028",
                    "\ufeffbom",
                    "\uffff",
                    "\u202e",
                    "e\u0301",
                    "\u00e9",
                    "\ud83d\ude00",
                    "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                    "{{7*7}}",
                    "${jndi:ldap://x}",
                    "<script>alert(1)</script>",
                    "../../etc/passwd",
                    "%00",
                    "\\u0000",
                    "E'\\x'",
                    "$$",
                    "a".repeat(100_000));

    private Hostile() {}

    /** Returns those that are known to, and 300 at random from the whole of Unicode. */
    public static List<String> texts() {
        var texts = new ArrayList<>(KNOWN);
        var random = new Random(42);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(40), 0, Character.MAX_CODE_POINT + 1)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .forEach(text::appendCodePoint);
            texts.add(text.toString());
        }
        return texts;
    }
}
