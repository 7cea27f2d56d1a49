package dev.tenon.database.internal.engine.mariadb;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the rows of each table in what {@code mariadb-dump} has written. Nobody else knows them:
 * the state of the database that it copies cannot be shared with another connection.
 *
 * <p>The programs write what they insert in one form: texts in single quotes with backslashes,
 * names in backticks, each statement at the begin of a line, bodies of routines between {@code
 * DELIMITER} lines.
 */
final class DumpRows {

    private static final int END = -1;
    private static final String TABLE = "CREATE TABLE `";
    private static final String SAFE_TABLE = "CREATE TABLE IF NOT EXISTS `";
    private static final String ROWS = "INSERT INTO `";
    private static final String BODIES = "DELIMITER ;;";
    private static final String STATEMENTS = "DELIMITER ;";
    private static final String VALUES = "VALUES";

    private final InputStream dump;
    private final SortedMap<String, Long> rows = new TreeMap<>();

    private DumpRows(InputStream dump) {
        this.dump = dump;
    }

    static SortedMap<String, Long> of(Path dump) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(dump), 1 << 16)) {
            var counting = new DumpRows(in);
            counting.readAll();
            return counting.rows;
        }
    }

    private void readAll() throws IOException {
        var line = new ByteArrayOutputStream();
        boolean inBodies = false;
        int c = dump.read();
        while (c != END) {
            line.reset();
            // A statement that inserts is one line, as long as all its rows.
            while (c != END && c != '\n' && !(line.size() == ROWS.length() && isRows(line))) {
                line.write(c);
                c = dump.read();
            }
            if (!inBodies && isRows(line) && c != '\n') {
                count(c);
            } else {
                inBodies = read(line.toString(StandardCharsets.UTF_8), inBodies);
            }
            c = dump.read();
        }
    }

    private static boolean isRows(ByteArrayOutputStream line) {
        return line.size() == ROWS.length() && line.toString(StandardCharsets.UTF_8).equals(ROWS);
    }

    private boolean read(String line, boolean inBodies) {
        if (line.equals(BODIES)) {
            return true;
        }
        if (line.equals(STATEMENTS)) {
            return false;
        }
        if (!inBodies) {
            for (String begin : new String[] {TABLE, SAFE_TABLE}) {
                if (line.startsWith(begin)) {
                    rows.put(nameIn(line.substring(begin.length())), 0L);
                }
            }
        }
        return inBodies;
    }

    private static String nameIn(String rest) {
        var name = new StringBuilder();
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '`') {
                if (i + 1 == rest.length() || rest.charAt(i + 1) != '`') {
                    break;
                }
                i++;
            }
            name.append(rest.charAt(i));
        }
        return name.toString();
    }

    /** Reads from the name of the table to the semicolon that ends the statement. */
    private void count(int first) throws IOException {
        var name = new ByteArrayOutputStream();
        int c = first;
        while (c != END) {
            if (c == '`') {
                c = dump.read();
                if (c != '`') {
                    break;
                }
            }
            name.write(c);
            c = dump.read();
        }
        rows.merge(name.toString(StandardCharsets.UTF_8), tuples(c), Long::sum);
    }

    private long tuples(int first) throws IOException {
        long count = 0;
        int depth = 0;
        int matched = 0;
        for (int c = first; c != END && (c != ';' || depth > 0); c = dump.read()) {
            switch (c) {
                case '\'', '`' -> skipQuoted(c);
                case '(' -> {
                    if (depth == 0 && matched == VALUES.length()) {
                        count++;
                    }
                    depth++;
                }
                case ')' -> depth--;
                default -> {
                    if (depth == 0 && matched < VALUES.length()) {
                        matched = c == VALUES.charAt(matched) ? matched + 1 : 0;
                    }
                }
            }
        }
        return count;
    }

    /** A doubled quote ends one text and begins another, which comes to the same. */
    private void skipQuoted(int quote) throws IOException {
        for (int c = dump.read(); c != END && c != quote; c = dump.read()) {
            if (c == '\\' && quote == '\'') {
                var _ = dump.read();
            }
        }
    }
}
