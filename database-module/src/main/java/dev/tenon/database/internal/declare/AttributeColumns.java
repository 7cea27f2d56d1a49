package dev.tenon.database.internal.declare;

import dev.tenon.database.internal.declare.Attribute.Holder;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Generation;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import java.io.IOException;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Set;

/** Makes columns of attributes. */
final class AttributeColumns {

    /** Stands in for what could not be read, so that reading goes on. */
    private static final ColumnType UNKNOWN = ColumnType.Plain.TEXT;

    private static final Set<String> NUMBERED = Set.of("AUTO", "IDENTITY");

    private static final List<String> UNSUPPORTED_ELEMENTS =
            List.of("columnDefinition", "options", "table");

    private final ClassFiles classes;
    private final EntityFlaws flaws;

    AttributeColumns(ClassFiles classes, EntityFlaws flaws) {
        this.classes = classes;
        this.flaws = flaws;
    }

    /** Returns the column of an attribute that holds one value. */
    Column column(Scope scope, Attribute attribute) throws IOException {
        var entity = scope.entity();
        var prefix = scope.prefix();
        var annotation = attribute.annotation(Jakarta.COLUMN);
        annotation.ifPresent(c -> checkElements(entity, attribute, c));
        var name =
                annotation
                        .flatMap(c -> c.text("name"))
                        .orElseGet(() -> ClassNames.snakeCase(attribute.name()));
        var column =
                Column.of(prefix.text() + name, type(entity, attribute))
                        .renamedFrom(prefix.former(name, attribute));
        if (annotation.map(c -> c.truth("unique", false)).orElse(false)) {
            column = column.unique();
        }
        if (scope.isKey(attribute)) {
            return isNumbered(entity, attribute) ? column.generated() : column;
        }
        if (attribute.has(Jakarta.GENERATED_VALUE)) {
            flaws.add(entity, attribute, "has @GeneratedValue, which is for the @Id only.");
        }
        return scope.isNullable(attribute) ? column.nullable() : column;
    }

    /** Returns how an attribute that holds one value stands in its column. */
    static Basic basic(Scope scope, Attribute attribute, Column column) {
        return new Basic(
                attribute.name(),
                ClassNames.of(attribute.type()),
                attribute.isOptional(),
                column.name(),
                scope.isKey(attribute),
                attribute.has(Jakarta.VERSION),
                generation(attribute, column),
                AttributeType.enumForm(attribute));
    }

    private static Generation generation(Attribute attribute, Column column) {
        if (column.isGenerated()) {
            return Generation.DATABASE;
        }
        return attribute.has(Jakarta.GENERATED_VALUE) ? Generation.UUID : Generation.NONE;
    }

    /** Complains of what {@code @Column} or {@code @JoinColumn} says and nobody heeds. */
    void checkElements(Entity entity, Attribute attribute, ClassAnnotation annotation) {
        UNSUPPORTED_ELEMENTS.stream()
                .filter(element -> annotation.text(element).isPresent())
                .forEach(element ->
                        flaws.add(
                                entity,
                                attribute,
                                "has the element " + element + ", which is not supported."));
    }

    /** Complains of what {@code @JoinColumn} says and nobody heeds. */
    void checkJoin(Entity entity, Attribute attribute, ClassAnnotation join, Column id) {
        checkElements(entity, attribute, join);
        join.text("referencedColumnName")
                .filter(name -> !name.equals(id.name()))
                .ifPresent(name ->
                        flaws.add(
                                entity,
                                attribute,
                                "refers to "
                                        + name
                                        + ": only the @Id, "
                                        + id.name()
                                        + ", can be referred to."));
    }

    /** Returns the conditions of the column of an attribute. */
    static List<Check> checks(Attribute attribute) {
        return attribute.annotation(Jakarta.COLUMN).stream()
                .flatMap(c -> c.nested("check").stream())
                .map(TableAnnotation::check)
                .toList();
    }

    /** Returns the type of the column of an attribute. */
    ColumnType type(Entity entity, Attribute attribute) throws IOException {
        var type = AttributeType.of(attribute);
        if (type.isPresent()) {
            return hasDigits(entity, attribute, type.get()) ? type.get() : UNKNOWN;
        }
        var name = ClassNames.of(attribute.type());
        if (attribute.type().isClassOrInterface()
                && classes.find(name).filter(m -> m.flags().has(AccessFlag.ENUM)).isPresent()) {
            return AttributeType.ofEnum(attribute);
        }
        flaws.add(
                entity,
                attribute,
                (attribute.holder() == Holder.COLLECTION ? "is a collection of " : "is a ")
                        + attribute.shownType()
                        + ", for which there is no column.");
        return UNKNOWN;
    }

    /**
     * Returns whether a decimal says how many digits it has. In Jakarta Persistence the default of
     * both elements, 0, means what the provider likes; whatever that were, it would cut off digits
     * that somebody needs.
     */
    private boolean hasDigits(Entity entity, Attribute attribute, ColumnType type) {
        if (!(type instanceof Decimal(int precision, int scale))
                || (precision > 0 && scale >= 0 && scale <= precision)) {
            return true;
        }
        boolean isWhole = ClassNames.of(attribute.type()).equals("java.math.BigInteger");
        flaws.add(
                entity,
                attribute,
                "is a "
                        + attribute.shownType()
                        + (precision == 0
                                ? " and does not say how many digits it has."
                                : " of " + precision + " digits, " + scale + " after the point."),
                "Write @Column(precision = 12"
                        + (isWhole ? "" : ", scale = 2")
                        + ") on "
                        + attribute.name()
                        + " of "
                        + entity.className()
                        + (isWhole
                                ? " for up to 12 digits."
                                : " for 12 digits in all, 2 of them after the point."));
        return false;
    }

    private boolean isNumbered(Entity entity, Attribute attribute) {
        var annotation = attribute.annotation(Jakarta.GENERATED_VALUE);
        var strategy = annotation.flatMap(g -> g.constant("strategy")).orElse("AUTO");
        // A UUID is made by the framework, so the column is an ordinary one.
        if (annotation.isEmpty() || ClassNames.of(attribute.type()).equals("java.util.UUID")) {
            return false;
        }
        if (!NUMBERED.contains(strategy)) {
            flaws.add(
                    entity,
                    attribute,
                    "is generated by "
                            + strategy
                            + ": only AUTO, IDENTITY and a UUID are supported.");
        }
        return true;
    }
}
