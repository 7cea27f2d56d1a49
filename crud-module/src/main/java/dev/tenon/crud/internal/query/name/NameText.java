package dev.tenon.crud.internal.query.name;

import dev.tenon.core.error.SimilarName;
import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.tree.Span;

/** The name of a method, with what is wrong with it. */
record NameText(String name, Attributes attributes, Flaws flaws) {

    /** Returns a part. */
    String of(Span span) {
        return name.substring(span.start(), span.end());
    }

    /** Adds the flaw that no attribute is called so. */
    void unknownAttribute(Span span, String called) {
        var meant =
                SimilarName.of(
                                called,
                                attributes.paths().stream().map(NameText::capitalized).toList())
                        .map(similar -> "Write '" + similar + "' instead")
                        .orElse("Write the name of one of them instead");
        flaws.add(
                span,
                "No attribute is called '" + called + "'",
                "The entity %s has: %s."
                        .formatted(
                                attributes.entity().entityName(),
                                String.join(", ", attributes.paths())),
                meant + ", or say with @Query what the method does.");
    }

    /**
     * Adds the flaw that a part is a condition elsewhere, and not here.
     *
     * @param written how it is written here
     */
    void otherGrammar(Span span, String written) {
        flaws.add(
                span,
                "'" + of(span) + "' is no condition",
                "Jakarta Data has other words for it, or another order: attribute, IgnoreCase, Not,"
                        + " and what it is compared by.",
                "Name the method " + replaced(span, written) + ".");
    }

    /** Returns the whole name with another text in the place of a part. */
    String replaced(Span span, String other) {
        return name.substring(0, span.start()) + other + name.substring(span.end());
    }

    private static String capitalized(String path) {
        var text = new StringBuilder();
        for (var part : path.split("\\.", -1)) {
            text.append(text.isEmpty() ? "" : "_")
                    .append(Character.toUpperCase(part.charAt(0)))
                    .append(part, 1, part.length());
        }
        return text.toString();
    }
}
