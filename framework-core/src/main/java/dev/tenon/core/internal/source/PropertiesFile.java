package dev.tenon.core.internal.source;

import dev.tenon.core.internal.source.SettingsFiles.Entry;
import dev.tenon.core.internal.source.SettingsFiles.Malformed;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Reads a file of Java properties, by the rules of {@link Properties#load(java.io.Reader)}, in
 * UTF-8. A name may stand there once: SmallRye's reader takes the last of several, and logs the
 * others, which may be secret.
 */
final class PropertiesFile {

    private PropertiesFile() {}

    static Map<String, Entry> read(Path file) throws IOException {
        var entries = new LinkedHashMap<String, Entry>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            var text = i == 0 ? lines.get(0).replaceFirst("^\uFEFF", "") : lines.get(i);
            var begin = text.stripLeading();
            if (begin.isEmpty() || begin.startsWith("#") || begin.startsWith("!")) {
                continue;
            }
            var whole = new StringBuilder(text);
            while (goesOn(lines.get(i)) && i + 1 < lines.size()) {
                i++;
                whole.append('\n').append(lines.get(i));
            }
            add(entries, whole.toString(), number);
        }
        return entries;
    }

    /** A line goes on in the next one after an odd number of backslashes. */
    private static boolean goesOn(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private static void add(Map<String, Entry> entries, String text, int number)
            throws IOException {
        var one = new Properties();
        try {
            one.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new Malformed(number, "After \\u have to stand four hexadecimal digits.");
        }
        for (String name : one.stringPropertyNames()) {
            var entry = new Entry(one.getProperty(name), number);
            if (entries.putIfAbsent(name, entry) != null) {
                throw new Malformed(number, "'" + name + "' stands there twice.");
            }
        }
    }
}
