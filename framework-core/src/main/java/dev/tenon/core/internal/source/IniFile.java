package dev.tenon.core.internal.source;

import dev.tenon.core.internal.source.SettingsFiles.Entry;
import dev.tenon.core.internal.source.SettingsFiles.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads an INI file by the rules of Python's configparser, the usual ones: sections in brackets,
 * {@code name = value} or {@code name: value}, comments on lines of their own that begin with
 * {@code #} or {@code ;}, values that go on where a line is indented. A section or a name may stand
 * there once. The setting {@code page-size} of the section {@code sample.notes} is {@code
 * sample.notes.page-size}. Values of the section {@value #COMMON} hold for every module.
 */
final class IniFile {

    /** The section whose values hold for every module. */
    static final String COMMON = "DEFAULT";

    private static final Pattern SECTION = Pattern.compile("\\[([^]]+)]\\s*");
    private static final Pattern ENTRY = Pattern.compile("([^=:]*?)\\s*[=:]\\s*(.*)");

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final HashSet<String> sections = new HashSet<>();
    private String section = "";
    private String last = "";

    private IniFile() {}

    static Map<String, Entry> read(Path file) throws IOException {
        var ini = new IniFile();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            ini.read(number == 1 ? line.replaceFirst("^\uFEFF", "") : line, number);
        }
        return ini.entries;
    }

    private void read(String line, int number) {
        var text = line.strip();
        if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
            return;
        }
        var header = SECTION.matcher(text);
        if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
            entries.computeIfPresent(
                    last, (_, e) -> new Entry((e.text() + "\n" + text).strip(), e.line()));
        } else if (header.matches()) {
            begin(header.group(1).strip(), number);
        } else {
            add(text, number);
        }
    }

    private void begin(String name, int number) {
        if (!sections.add(name)) {
            throw new Malformed(number, "The section [" + name + "] stands there twice.");
        }
        section = name;
        last = "";
    }

    private void add(String text, int number) {
        var entry = ENTRY.matcher(text);
        if (!entry.matches() || entry.group(1).isEmpty()) {
            throw new Malformed(
                    number,
                    "'"
                            + text.split("\\s", 2)[0]
                            + "' is neither a section in brackets nor a NAME = VALUE.");
        }
        if (section.isEmpty()) {
            throw new Malformed(
                    number,
                    "'" + entry.group(1) + "' stands before the first section, such as [DEFAULT].");
        }
        last = section + "." + entry.group(1);
        if (entries.putIfAbsent(last, new Entry(entry.group(2), number)) != null) {
            throw new Malformed(
                    number,
                    "'" + entry.group(1) + "' stands twice in the section [" + section + "].");
        }
    }
}
