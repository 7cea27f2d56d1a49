package dev.tenon.database.internal.engine.provision;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is made for a module on a server. */
public enum Provision {
    DATABASE,
    SCHEMA;

    /** Returns what it is called in settings and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what the setting {@code provision} wants; nothing for {@code none}. Without the
     * setting it is a database where the address names none.
     *
     * @param possible what can be made on this kind of server
     * @param named whether the address names a database
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-008} if it is another word
     */
    public static Optional<Provision> wanted(
            StoreSettings settings, Set<Provision> possible, boolean named) {
        var word = settings.option("provision").orElse("").strip();
        if (word.equals("none") || (word.isEmpty() && named)) {
            return Optional.empty();
        }
        if (word.isEmpty()) {
            return Optional.of(DATABASE);
        }
        var kind = possible.stream().filter(p -> p.word().equals(word)).findFirst();
        if (kind.isEmpty()) {
            throw unknown(settings, possible, word);
        }
        return kind;
    }

    private static RuntimeException unknown(
            StoreSettings settings, Set<Provision> possible, String word) {
        var words =
                Arrays.stream(values())
                        .filter(possible::contains)
                        .map(Provision::word)
                        .collect(Collectors.joining(", "));
        return new Failures(settings.database())
                .of(
                        DatabaseError.BAD_SETTING,
                        "The setting provision of the database "
                                + settings.database()
                                + " cannot be used.",
                        "It is '" + word + "', not " + words + " or none.");
    }
}
