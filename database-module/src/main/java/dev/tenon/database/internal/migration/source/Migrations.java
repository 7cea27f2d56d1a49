package dev.tenon.database.internal.migration.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.database.internal.migration.source.Migration.InCode;
import dev.tenon.database.internal.migration.source.Migration.Script;
import dev.tenon.database.internal.script.ModelComment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The migrations of one module for the engine in use.
 *
 * @param versioned those that run once, by their versions
 * @param repeated those that run again when they have changed, by their descriptions
 * @param undo the scripts that take others back, by their versions
 */
public record Migrations(List<Migration> versioned, List<Script> repeated, List<Script> undo) {

    /** A module without migrations. */
    public static final Migrations NONE = new Migrations(List.of(), List.of(), List.of());

    public Migrations {
        versioned = List.copyOf(versioned);
        repeated = List.copyOf(repeated);
        undo = List.copyOf(undo);
    }

    /** Returns whether there are none that change a database. */
    public boolean isEmpty() {
        return versioned.isEmpty() && repeated.isEmpty();
    }

    /** Returns the version of a database in which all have run; nothing if none has a version. */
    public Optional<Version> latest() {
        return versioned.isEmpty() ? Optional.empty() : versioned.getLast().version();
    }

    /**
     * Returns the version of databases whose tables were made from a model, without migrations, if
     * a script tells it.
     *
     * @param model what tells the model from others
     */
    public Optional<Version> madeFrom(String model) {
        return versioned.stream()
                .filter(m ->
                        m instanceof Script script
                                && ModelComment.of(script.text()).equals(Optional.of(model)))
                .flatMap(m -> m.version().stream())
                .findFirst();
    }

    /** Returns whether each of those above a version has a script that takes it back. */
    public boolean canBeUndone(Version above) {
        return versioned.stream()
                .flatMap(m -> m.version().stream())
                .filter(v -> v.compareTo(above) > 0)
                .allMatch(v -> undo.stream().anyMatch(u -> u.version().equals(Optional.of(v))));
    }

    /** Returns all that change a database, in the order in which they run. */
    public Stream<Migration> all() {
        return Stream.concat(versioned.stream(), repeated.stream());
    }

    /** Returns what tells these migrations from others, a line for each. */
    public List<String> lines() {
        return all().map(Migrations::line).toList();
    }

    private static String line(Migration migration) {
        return migration.name()
                + " "
                + switch (migration) {
                    case Script(_, var place, var text) -> place + " " + hash(text);
                    case InCode(_, var place) -> place;
                };
    }

    private static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
