package dev.tenon.crud.internal.query.render;

import dev.tenon.core.error.SimilarName;
import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.attribute.FoundAttribute;
import dev.tenon.crud.internal.query.check.EnumConstants;
import dev.tenon.crud.internal.query.checked.Argument.Form;
import dev.tenon.crud.internal.query.checked.CheckedQuery.SortedColumn;
import dev.tenon.crud.internal.query.checked.Scalar.Column;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.Phrase;
import dev.tenon.crud.internal.sql.SortKey;
import dev.tenon.database.mapping.AttributeMapping.EnumForm;
import jakarta.data.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * By what the rows of a search are sorted, and by what calls want them sorted besides.
 *
 * @param own by what the query is sorted
 * @param constants tells the order of the constants of enums; their names have another one
 */
record Ordering(
        Attributes attributes, List<SortedColumn> own, ScalarSql scalars, EnumConstants constants) {

    /**
     * Returns the columns for a call.
     *
     * @throws IllegalArgumentException if an attribute does not exist, or rows cannot be sorted by
     *     it
     */
    List<SortedColumn> columns(List<Sort<?>> sorts) {
        if (sorts.isEmpty()) {
            return own;
        }
        var columns = new ArrayList<>(own);
        for (var sort : sorts) {
            columns.add(column(sort));
        }
        return columns;
    }

    /** Returns the columns as they are written. */
    List<SortKey> keys(List<SortedColumn> columns) {
        return columns.stream()
                .map(c ->
                        new SortKey(
                                sorted(c.column()),
                                c.isAscending(),
                                c.ignoresCase(),
                                isNullable(c.column())))
                .toList();
    }

    /** Returns what is stored of a value in the form in which rows are sorted by it. */
    Form form(Column column) {
        return ranked(column).isPresent() ? Form.ORDINAL : Form.of(column.type());
    }

    /** Constants are sorted as Java compares them, whatever is stored of them. */
    private String sorted(Column column) {
        var text = scalars.column(column);
        var known = scalars.kept(column).isPresent() ? byValue(text) : text;
        return ranked(column).map(names -> rank(text, names)).orElse(known);
    }

    private String byValue(String column) {
        return scalars.syntax().say(Phrase.KEPT_NUMBER, Fragment.<Binding>text(column)).sql();
    }

    /** Returns the constants of an enum whose names are stored; nothing if they are not known. */
    private Optional<List<String>> ranked(Column column) {
        return column.type().enumForm() == EnumForm.NAME
                ? constants.of(column.type().className())
                : Optional.empty();
    }

    private static String rank(String column, List<String> constants) {
        return IntStream.range(0, constants.size())
                .mapToObj(i -> " when '" + constants.get(i) + "' then " + i)
                .collect(Collectors.joining("", "case " + column, " end"));
    }

    private SortedColumn column(Sort<?> sort) {
        var attribute = attribute(sort.property());
        var column =
                Column.of(attribute.hops(), attribute.mapping())
                        .orElseThrow(() -> unsortable(sort, "it has not one value"));
        if (sort.ignoreCase() && !column.type().kind().isText()) {
            throw unsortable(sort, "it is no text, whose case could be ignored");
        }
        return new SortedColumn(attribute.path(), column, sort.isAscending(), sort.ignoreCase());
    }

    private FoundAttribute attribute(String property) {
        var found = property.equals("id(this)") ? attributes.key() : attributes.at(property);
        return found.orElseThrow(() ->
                new IllegalArgumentException(
                        "Rows of the entity %s cannot be sorted by '%s', as it has no such attribute."
                                        .formatted(attributes.entity().entityName(), property)
                                + SimilarName.of(property, attributes.paths())
                                        .map(similar -> " Sort by '" + similar + "' instead.")
                                        .orElse(
                                                " It has: "
                                                        + String.join(", ", attributes.paths())
                                                        + ".")));
    }

    private IllegalArgumentException unsortable(Sort<?> sort, String cause) {
        return new IllegalArgumentException(
                "Rows of the entity %s cannot be sorted by '%s' so: %s."
                        .formatted(attributes.entity().entityName(), sort.property(), cause));
    }

    /** All of them can if nobody has declared them. */
    private boolean isNullable(Column column) {
        if (!column.hops().isEmpty()) {
            return true;
        }
        return scalars.declared()
                .find(attributes.entity().table(), column.name())
                .map(dev.tenon.database.schema.Column::isNullable)
                .orElse(true);
    }
}
