package dev.tenon.crud.internal.repository.plan;

import dev.tenon.crud.error.RepositoryError;
import dev.tenon.crud.internal.repository.declare.DeclaredMethod;
import dev.tenon.crud.internal.repository.declare.JavaType;
import dev.tenon.crud.internal.repository.plan.ResultShape.Form;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Looks at parameters of type Limit, PageRequest, Sort and Order. */
record SpecialsCheck(DeclaredMethod method, MethodProblems problems) {

    /** Returns where they stand, or nothing and adds what is wrong. */
    Optional<Specials> check(ResultShape result) {
        var specials =
                new Specials(
                        positions(Specials::isLimit),
                        positions(Specials::isPage),
                        positions(Specials::isSort));
        int before = problems.problems().size();
        checkLast();
        checkOne(specials, result);
        checkFit(specials, result);
        return problems.problems().size() == before ? Optional.of(specials) : Optional.empty();
    }

    /** Returns the positions of the others, which are for the query. */
    List<Integer> others() {
        return positions(type -> !Specials.isOne(type));
    }

    private List<Integer> positions(Predicate<JavaType> wanted) {
        return IntStream.range(0, method.parameters().size())
                .filter(i -> wanted.test(method.parameters().get(i).type()))
                .boxed()
                .toList();
    }

    private void checkLast() {
        var others = others();
        if (others.isEmpty() || others.getLast() == others.size() - 1) {
            return;
        }
        problems.add(
                RepositoryError.WRONG_PARAMETERS,
                "has a parameter for its query behind one that sorts or limits.",
                "Parameters of type Limit, PageRequest, Sort and Order are the last.",
                "Move them to the end.");
    }

    private void checkOne(Specials specials, ResultShape result) {
        if (specials.limits().size() + specials.pages().size() > 1) {
            problems.add(
                    RepositoryError.WRONG_PARAMETERS,
                    "has several parameters of type Limit or PageRequest.",
                    "Each of them says which results are wanted.",
                    "Keep one of them.");
        }
        if (result.form().isPage() && specials.pages().isEmpty()) {
            problems.add(
                    RepositoryError.WRONG_PARAMETERS,
                    "returns " + method.returned().shown() + " and has no parameter PageRequest.",
                    "Nothing says which page is wanted.",
                    "Add a parameter of type PageRequest, or return a List.");
        }
    }

    private void checkFit(Specials specials, ResultShape result) {
        if (specials.areNone() || result.form().isSeveral()) {
            return;
        }
        problems.add(
                RepositoryError.WRONG_PARAMETERS,
                "has parameters that sort or limit, and returns " + method.returned().shown() + ".",
                "Only what can be several results is sorted and limited.",
                result.form() == Form.NOTHING
                        ? "Remove them."
                        : "Remove them, or return a List, an array, a Stream or a Page.");
    }
}
