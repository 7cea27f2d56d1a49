package dev.tenon.crud.internal.query.check;

import dev.tenon.core.error.SimilarName;
import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.attribute.FoundAttribute;
import dev.tenon.crud.internal.query.checked.Scalar.Column;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Expression.Path;
import dev.tenon.crud.internal.query.tree.Span;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import java.util.List;
import java.util.Optional;

/**
 * Finds the attributes that a query names.
 *
 * @param alias what the query calls the entity; empty if it does not
 */
record Paths(Attributes attributes, Optional<String> alias, Flaws flaws) {

    /** Returns the attribute of an expression that is one, if there is such an attribute. */
    Optional<FoundAttribute> find(Expression expression) {
        return switch (expression) {
            case Path path -> attributes.at(String.join(".", withoutAlias(path)));
            case Expression.Key _ -> attributes.key();
            case Expression.Version _ -> attributes.version();
            default -> Optional.empty();
        };
    }

    /** Returns the attribute of an expression, or adds the flaw that there is none. */
    Optional<FoundAttribute> expect(Expression expression) {
        var found = find(expression);
        if (found.isEmpty()) {
            switch (expression) {
                case Path path -> unknown(path);
                case Expression.Key key -> noKey(key.span());
                default ->
                        flaws.add(
                                expression.span(),
                                "The entity " + entity() + " has no version, which is asked for",
                                "None of its attributes has @Version.",
                                "Leave it out, or give the entity such an attribute.");
            }
        }
        return found;
    }

    /** Returns whether the path is the entity itself. */
    boolean isEntity(Expression expression) {
        return expression instanceof Path path
                && path.names().size() == 1
                && find(path).isEmpty()
                && isAlias(path.names().getFirst());
    }

    private List<String> withoutAlias(Path path) {
        var names = path.names();
        return names.size() > 1 && isAlias(names.getFirst())
                ? names.subList(1, names.size())
                : names;
    }

    private boolean isAlias(String name) {
        return alias.map(name::equals).orElse(false) || name.equalsIgnoreCase("this");
    }

    private void unknown(Path path) {
        var called = String.join(".", withoutAlias(path));
        flaws.add(
                path.span(),
                "There is no attribute '" + called + "'",
                "The entity %s has: %s.".formatted(entity(), String.join(", ", attributes.paths())),
                SimilarName.of(called, attributes.paths())
                        .map(similar -> "Write '" + similar + "' instead.")
                        .orElse("Write the name of one of them, in its case."));
    }

    private void noKey(Span span) {
        flaws.add(
                span,
                "The entity " + entity() + " has no key of one attribute, which is asked for",
                "Several of its attributes have @Id.",
                "Name each of these attributes.");
    }

    /** Returns the column of an attribute that has one, or adds the flaw that it has not. */
    Optional<Column> column(FoundAttribute attribute, Span span) {
        var column = Column.of(attribute.hops(), attribute.mapping());
        if (column.isEmpty()) {
            noColumn(attribute, span);
        }
        return column;
    }

    private void noColumn(FoundAttribute attribute, Span span) {
        boolean isEmbedded = attribute.mapping() instanceof Embedded;
        flaws.add(
                span,
                "The attribute '" + attribute.path() + "' has no value of its own",
                isEmbedded
                        ? "It is embedded: several attributes together."
                        : "It is a collection, whose values stand in a table of their own.",
                isEmbedded
                        ? "Name one of the attributes in it."
                        : "Write MEMBER OF or IS EMPTY, or leave it out.");
    }

    String entity() {
        return attributes.entity().entityName();
    }
}
