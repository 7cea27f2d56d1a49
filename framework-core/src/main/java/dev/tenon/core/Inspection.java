package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.Problem;

/**
 * What was found when somebody looked at what modules keep outside of the process, such as files.
 */
public sealed interface Inspection {

    /**
     * All is well.
     *
     * @param fact what is the case, as one sentence
     */
    record Sound(String fact) implements Inspection {
        public Sound {
            requireNonNull(fact, "fact");
        }
    }

    /**
     * Something is wrong.
     *
     * @param problem what, why, and what to do
     */
    record Flawed(Problem problem) implements Inspection {
        public Flawed {
            requireNonNull(problem, "problem");
        }
    }
}
