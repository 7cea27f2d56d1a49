package dev.tenon.database.internal.session;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an engine finds in the tokens of statements that do more than others.
 *
 * @param leftovers as {@link dev.tenon.database.engine.Store#marks} tells them
 * @param implicitCommits as {@link dev.tenon.database.engine.Store#implicitCommits} tells them
 */
record StatementTraits(Optional<Pattern> leftovers, Optional<Pattern> implicitCommits) {

    static final StatementTraits NONE = new StatementTraits(Optional.empty(), Optional.empty());

    static boolean isIn(CharSequence tokens, Optional<Pattern> trait) {
        return trait.isPresent() && trait.get().matcher(tokens).find();
    }
}
