package dev.tenon.database.internal.migration.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the name of a script or class says.
 *
 * @param kind what it is
 * @param version its version; nothing for one that is repeated
 * @param description in words
 */
public record MigrationName(Kind kind, Optional<Version> version, String description) {

    /** What a migration is. */
    public enum Kind {
        /** {@code V}: runs once, in the order of versions. */
        VERSIONED,
        /** {@code U}: takes the migration of its version back. */
        UNDO,
        /** {@code R}: runs after the others, and again when it has changed. */
        REPEATED
    }

    private static final Pattern FORM =
            Pattern.compile("(?:([VU])([0-9][0-9._]*)|R)__([^\\p{Cntrl}_][^\\p{Cntrl}]*)");

    /**
     * Returns what the name says, without the suffix of a file; nothing if it is not understood.
     */
    public static Optional<MigrationName> parse(String name) {
        var form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        var description = form.group(3).replace('_', ' ').strip();
        var kind = form.group(1);
        if (kind == null) {
            return Optional.of(new MigrationName(Kind.REPEATED, Optional.empty(), description));
        }
        return Version.parse(form.group(2))
                .filter(version -> !version.isZero())
                .map(version ->
                        new MigrationName(
                                kind.equals("V") ? Kind.VERSIONED : Kind.UNDO,
                                Optional.of(version),
                                description));
    }

    /** Returns the version and the description: {@code 2.1 "add tags"}. */
    @Override
    public String toString() {
        return version.map(v -> v + " ").orElse("") + '"' + description + '"';
    }
}
