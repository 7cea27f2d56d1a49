package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.Problem;

/** What a check has found. */
public sealed interface Finding {

    /** Returns what is the case, as one sentence. */
    String fact();

    /**
     * All is well.
     *
     * @param fact what is the case
     */
    record Fine(String fact) implements Finding {}

    /**
     * Something is wrong.
     *
     * @param problem what, why, and what to do
     */
    record Flaw(Problem problem) implements Finding {
        @Override
        public String fact() {
            return problem.fact();
        }
    }

    static Finding fine(String fact) {
        return new Fine(fact);
    }
}
