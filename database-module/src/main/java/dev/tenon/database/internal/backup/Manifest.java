package dev.tenon.database.internal.backup;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup says of itself, in its file {@code manifest.properties}.
 *
 * @param database the name of the database
 * @param module the name of its module
 * @param moduleVersion the version of the module, empty if it has none
 * @param schemaVersion the version of the schema, empty if it has none
 * @param engine the name of the engine
 * @param engineVersion the version of the engine
 * @param takenAt when it was taken
 * @param rows how many rows each table has
 * @param violations how many rows refer to rows that are not there
 * @param content the copy
 */
public record Manifest(
        String database,
        String module,
        String moduleVersion,
        String schemaVersion,
        String engine,
        String engineVersion,
        Instant takenAt,
        SortedMap<String, Long> rows,
        long violations,
        Content content) {

    /** The format that this version writes, and the newest that it reads. */
    static final int FORMAT = 1;

    static final String FILE = "manifest.properties";

    private static final String ROWS = "rows.";

    /**
     * The copy in a backup.
     *
     * @param name the name of its file
     * @param size in bytes
     * @param sha256 its hash, in hexadecimal digits
     */
    public record Content(String name, long size, String sha256) {}

    /** Thrown for a manifest of a format that is not known yet. */
    static final class NewerFormat extends Exception {

        private static final long serialVersionUID = 1L;

        NewerFormat(long format) {
            super("It has the format " + format + ", and this Tenon knows " + FORMAT + ".");
        }
    }

    public Manifest {
        rows = new TreeMap<>(rows);
    }

    /** Returns it as text. */
    String text() {
        var properties = new Properties();
        properties.setProperty("format", "" + FORMAT);
        properties.setProperty("database", database);
        properties.setProperty("module", module);
        properties.setProperty("module-version", moduleVersion);
        properties.setProperty("schema-version", schemaVersion);
        properties.setProperty("engine", engine);
        properties.setProperty("engine-version", engineVersion);
        properties.setProperty("taken-at", takenAt.toString());
        properties.setProperty("dangling-references", "" + violations);
        properties.setProperty("content", content.name);
        properties.setProperty("content-size", "" + content.size);
        properties.setProperty("content-sha256", content.sha256);
        rows.forEach((table, count) -> properties.setProperty(ROWS + table, "" + count));
        var text = new StringWriter();
        try {
            properties.store(text, "A backup by Tenon");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is none; the message is the reason
     */
    static Manifest read(Reader text) throws IOException, NewerFormat {
        var properties = new Properties();
        properties.load(text);
        var values = new Values(properties);
        long format = values.number("format");
        if (format > FORMAT) {
            throw new NewerFormat(format);
        }
        return new Manifest(
                values.text("database"),
                values.text("module"),
                values.text("module-version"),
                values.text("schema-version"),
                values.text("engine"),
                values.text("engine-version"),
                values.moment("taken-at"),
                values.rows(),
                values.number("dangling-references"),
                new Content(
                        values.text("content"),
                        values.number("content-size"),
                        values.text("content-sha256")));
    }

    private record Values(Properties properties) {

        String text(String name) {
            var value = properties.getProperty(name);
            if (value == null) {
                throw new IllegalArgumentException("Its manifest has no " + name + ".");
            }
            return value;
        }

        long number(String name) {
            try {
                return Long.parseLong(text(name));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "In its manifest, " + name + " is no number.", e);
            }
        }

        Instant moment(String name) {
            try {
                return Instant.parse(text(name));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "In its manifest, " + name + " is no moment.", e);
            }
        }

        SortedMap<String, Long> rows() {
            var rows = new TreeMap<String, Long>();
            for (String name : properties.stringPropertyNames()) {
                if (name.startsWith(ROWS)) {
                    rows.put(name.substring(ROWS.length()), number(name));
                }
            }
            return rows;
        }
    }
}
