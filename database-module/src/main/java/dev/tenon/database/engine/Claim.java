package dev.tenon.database.engine;

import dev.tenon.database.Isolation;
import java.util.Optional;

/**
 * What a session wants of a store.
 *
 * @param deadline when it must be over
 * @param cancellation by whom it can be ended early
 * @param repeatable whether the body may be run several times
 * @param isolation which isolation it wants; nothing: that of the settings
 * @param isSingleStatement whether the body runs one statement at most
 * @param work by whom the connection is held, for messages: its class is the caller's
 */
public record Claim(
        Deadline deadline,
        Cancellation cancellation,
        boolean repeatable,
        Optional<Isolation> isolation,
        boolean isSingleStatement,
        Object work) {}
