package dev.tenon.crud.internal.repository.plan;

import dev.tenon.crud.error.RepositoryError;
import dev.tenon.crud.internal.query.attribute.FoundAttribute;
import dev.tenon.crud.internal.query.checked.CheckedQuery;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Answer;
import dev.tenon.crud.internal.query.checked.CheckedQuery.Search;
import dev.tenon.crud.internal.repository.declare.JavaType;
import dev.tenon.crud.internal.repository.plan.ResultShape.Form;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import java.util.List;

/** Looks at whether a method returns what its query gives. */
record ResultCheck(ResultShape result, Specials specials, MethodProblems problems) {

    /** Returns whether it does; adds what is wrong otherwise. */
    boolean isRight(CheckedQuery query) {
        return switch (query) {
            case Search search when search.answer() == Answer.COUNT ->
                    isOneOf("It counts rows.", List.of("long", "int"), Long.class, Integer.class);
            case Search search when search.answer() == Answer.EXISTENCE ->
                    isOneOf("It asks whether there is a row.", List.of("boolean"), Boolean.class);
            case Search search -> areRows(search);
            case CheckedQuery.Change _, CheckedQuery.Removal _ -> isChange();
        };
    }

    private boolean isChange() {
        if (result.form() == Form.NOTHING) {
            return true;
        }
        return isOneOf(
                "It changes rows, and can tell how many.",
                List.of("void", "long", "int", "boolean (whether there was one)"),
                Long.class,
                Integer.class,
                Boolean.class);
    }

    private boolean isOneOf(String cause, List<String> valid, Class<?>... types) {
        if (result.isOneOf(types)) {
            return true;
        }
        problems.wrongResult(cause, valid.toArray(String[]::new));
        return false;
    }

    private boolean areRows(Search search) {
        if (search.selection().size() > 1) {
            problems.add(
                    RepositoryError.WRONG_QUERY,
                    "selects several attributes.",
                    "A result is an entity, or the value of one attribute.",
                    "Select one attribute, or leave SELECT out.");
            return false;
        }
        var selected =
                search.selection().isEmpty()
                        ? new JavaType(search.attributes().entity().className(), List.of())
                        : type(search.selection().getFirst());
        if (!isOf(selected)) {
            var one = boxed(selected).shown();
            problems.wrongResult(
                    "Its query gives " + selected.shown() + ".",
                    selected.shown(),
                    "Optional<" + one + ">",
                    "List<" + one + ">",
                    selected.shown() + "[]",
                    "Stream<" + one + ">",
                    "or with a PageRequest Page<" + one + ">");
            return false;
        }
        return isLimitedOnce(search) && canBeginBehindRow(search);
    }

    private boolean isOf(JavaType selected) {
        return result.form() != Form.NOTHING
                && (Boxed.of(result.element().valueName()).equals(Boxed.of(selected.valueName()))
                        || isWhole(selected));
    }

    /** The bytes of one attribute are an array, too. */
    private boolean isWhole(JavaType selected) {
        return result.form() == Form.ARRAY
                && selected.valueName().equals("[" + result.element().valueName());
    }

    private static JavaType boxed(JavaType type) {
        return new JavaType(type.isArray() ? type.name() : Boxed.of(type.name()), type.arguments());
    }

    private static JavaType type(FoundAttribute attribute) {
        var name =
                switch (attribute.mapping()) {
                    case Basic b -> b.type();
                    case Reference r -> r.type();
                    case Embedded e -> e.className();
                    case Elements e -> e.collectionType();
                };
        return name.startsWith("[") && name.length() == 2
                ? new JavaType(JavaType.ARRAY, List.of(new JavaType(name.substring(1), List.of())))
                : new JavaType(name, List.of());
    }

    private boolean isLimitedOnce(Search search) {
        if (search.limit().isEmpty()
                || (specials.limits().isEmpty() && specials.pages().isEmpty())) {
            return true;
        }
        problems.add(
                RepositoryError.WRONG_PARAMETERS,
                "finds the first "
                        + search.limit().getAsInt()
                        + ", and has a parameter Limit or PageRequest.",
                "Both say how many results are wanted.",
                "Leave First out of the name, or remove the parameter.");
        return false;
    }

    private boolean canBeginBehindRow(Search search) {
        if (result.form() != Form.CURSORED_PAGE) {
            return true;
        }
        if (!search.selection().isEmpty()) {
            problems.wrongResult(
                    "A cursor consists of attributes of the entity, which it does not return.",
                    "Page<" + result.element().shown() + ">");
            return false;
        }
        if (search.order().isEmpty() && specials.sorts().isEmpty()) {
            problems.add(
                    RepositoryError.WRONG_PARAMETERS,
                    "returns " + problems.method().returned().shown() + " and sorts by nothing.",
                    "A page begins behind a row of a sorted result.",
                    "Add @OrderBy, or a parameter of type Order, whose attributes are together"
                            + " unique.");
            return false;
        }
        return true;
    }
}
