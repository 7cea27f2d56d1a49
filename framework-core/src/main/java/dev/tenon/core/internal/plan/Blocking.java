package dev.tenon.core.internal.plan;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import java.util.List;

/** The problem of a module that cannot start because of another one. */
public final class Blocking {

    private Blocking() {}

    /**
     * Returns the problem of the first module of the chain.
     *
     * @param chain the names from the blocked module to the one that has failed, each requiring the
     *     next
     * @param root what is wrong with the last one
     */
    public static Problem problem(List<String> chain, String root) {
        var text = new StringBuilder("It requires ").append(chain.get(1));
        for (String name : chain.subList(2, chain.size())) {
            text.append(", which requires ").append(name);
        }
        text.append(", which cannot start (").append(root).append(").");
        return Problem.error(
                HostError.BLOCKED,
                "The module " + chain.getFirst() + " is blocked.",
                text.toString(),
                "Mend " + chain.getLast() + ": this module starts with it.");
    }
}
