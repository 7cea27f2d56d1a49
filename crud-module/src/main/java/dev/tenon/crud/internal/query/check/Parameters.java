package dev.tenon.crud.internal.query.check;

import dev.tenon.core.error.SimilarName;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.flaw.QueryFlaw;
import dev.tenon.crud.internal.query.tree.Expression;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parameters of a method, as its query uses them. For one thread. */
final class Parameters {

    private final List<QueryParameter> all;
    private final Flaws flaws;
    private final BitSet used = new BitSet();
    private boolean isPositional;
    private boolean isNamed;

    Parameters(List<QueryParameter> all, Flaws flaws) {
        this.all = all;
        this.flaws = flaws;
    }

    QueryParameter get(int index) {
        return all.get(index);
    }

    /** Returns the index of the one that an expression stands for, if it stands for one. */
    Optional<Integer> known(Expression expression) {
        return switch (expression) {
            case Expression.Positional(var position, _)
                    when position >= 1 && position <= all.size() ->
                    Optional.of(position - 1);
            case Expression.Named(var name, _) ->
                    IntStream.range(0, all.size())
                            .boxed()
                            .filter(i -> all.get(i).name().equals(Optional.of(name)))
                            .findFirst();
            default -> Optional.empty();
        };
    }

    /**
     * Returns the index of the one that an expression stands for, and takes it for used; adds a
     * flaw if there is none.
     */
    Optional<Integer> use(Expression expression) {
        var index = known(expression);
        index.ifPresent(used::set);
        switch (expression) {
            case Expression.Positional positional -> {
                isPositional = true;
                if (index.isEmpty()) {
                    noPosition(positional);
                }
            }
            case Expression.Named named -> {
                isNamed = true;
                if (index.isEmpty()) {
                    noName(named);
                }
            }
            default -> {}
        }
        return index;
    }

    private void noPosition(Expression.Positional positional) {
        flaws.add(
                positional.span(),
                "There is no parameter for the argument number " + positional.position(),
                "The method has %d %s for the query, and they are numbered from 1."
                        .formatted(all.size(), all.size() == 1 ? "parameter" : "parameters"),
                "Give the method as many parameters as the query has, in their order.");
    }

    private void noName(Expression.Named named) {
        var name = named.name();
        var names = all.stream().flatMap(p -> p.name().stream()).toList();
        flaws.add(
                named.span(),
                "There is no parameter with the name '" + name + "'",
                names.isEmpty()
                        ? "No parameter of the method has a name."
                        : "The parameters of the method are " + String.join(", ", names) + ".",
                SimilarName.of(name, names)
                        .map(similar -> "Write :" + similar + " instead.")
                        .orElse(
                                "Name a parameter so, with @Param(\""
                                        + name
                                        + "\") if the class is compiled without -parameters."));
    }

    /** Adds what can be said only when the whole query has been read. */
    void finish() {
        if (isNamed && isPositional) {
            flaws.add(
                    new QueryFlaw(
                            "The query has parameters by name and parameters by position.",
                            "Jakarta Data allows one of the two in a query.",
                            "Write all of them as :name, or all of them as ?1, ?2 and so on."));
        }
        for (int i = used.nextClearBit(0); i < all.size(); i = used.nextClearBit(i + 1)) {
            var name = all.get(i).name().map(n -> " '" + n + "'").orElse("");
            flaws.add(
                    new QueryFlaw(
                            "The query does not use the parameter number "
                                    + (i + 1)
                                    + name
                                    + " of the method.",
                            "Each argument has a place in the query.",
                            "Use the parameter in the query, or remove it from the method."));
        }
    }
}
