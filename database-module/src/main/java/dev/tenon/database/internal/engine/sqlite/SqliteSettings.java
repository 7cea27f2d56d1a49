package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.StoreSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the settings of a store mean for SQLite. Options: {@code synchronous} (default FULL), {@code
 * journal-mode} (WAL), {@code cache-size} (-8000: 8 MB, see the pragma) and {@code max-pages} (no
 * limit; a page has 4 kB).
 */
record SqliteSettings(StoreSettings store, Path file) {

    static final String PREFIX = "jdbc:sqlite:";
    private static final Set<String> SYNCHRONOUS = Set.of("OFF", "NORMAL", "FULL", "EXTRA");
    private static final Set<String> JOURNAL_MODES = Set.of("WAL", "DELETE", "TRUNCATE", "PERSIST");

    static SqliteSettings of(StoreSettings store) {
        var url = store.url();
        if (!url.startsWith(PREFIX) || url.length() == PREFIX.length()) {
            throw new IllegalArgumentException(
                    "The url " + url + " is not " + PREFIX + " with the path of a file");
        }
        if (url.contains("?")) {
            throw new IllegalArgumentException(
                    "The url "
                            + url
                            + " has a question mark, after which the driver would look for"
                            + " settings");
        }
        return new SqliteSettings(store, Path.of(url.substring(PREFIX.length())).toAbsolutePath());
    }

    String synchronous() {
        return oneOf("synchronous", "FULL", SYNCHRONOUS);
    }

    String journalMode() {
        return oneOf("journal-mode", "WAL", JOURNAL_MODES);
    }

    int cacheSize() {
        return Integer.parseInt(store.options().getOrDefault("cache-size", "-8000"));
    }

    /** Returns how many pages the file may have; nothing for what SQLite allows. */
    Optional<Integer> maxPages() {
        return Optional.ofNullable(store.options().get("max-pages")).map(Integer::valueOf);
    }

    private String oneOf(String option, String preset, Set<String> allowed) {
        var value = store.options().getOrDefault(option, preset).toUpperCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(
                    "The setting " + option + " is " + value + ", not one of " + allowed);
        }
        return value;
    }
}
