package dev.tenon.crud.internal.validation;

import dev.tenon.crud.error.Violation;
import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.EntityMapping;
import jakarta.validation.ConstraintViolation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Jakarta Validation constraints of the attributes of one entity. Immutable, and safe for use
 * by many threads.
 */
public final class EntityConstraints {

    /** An entity without constraints, or none. */
    public static final EntityConstraints NONE = new EntityConstraints(new Validators(), Map.of());

    private final Validators validators;
    private final Map<String, Constrained> byColumn;

    /**
     * An attribute.
     *
     * @param field its field
     * @param isOptional whether there is an {@code Optional} round its value
     */
    private record Constrained(Field field, boolean isOptional, Class<?> type) {}

    private EntityConstraints(Validators validators, Map<String, Constrained> byColumn) {
        this.validators = validators;
        this.byColumn = Map.copyOf(byColumn);
    }

    /**
     * Finds the constraints of an entity.
     *
     * @param module the module of the entity, whose packages are open to this one
     */
    public static EntityConstraints of(
            java.lang.Module module, EntityMapping entity, Validators validators) {
        var found = new HashMap<String, Constrained>();
        collect(module, entity.className(), entity.attributes(), found);
        return found.isEmpty() ? NONE : new EntityConstraints(validators, found);
    }

    private static void collect(
            java.lang.Module module,
            String className,
            List<AttributeMapping> attributes,
            Map<String, Constrained> found) {
        var type = Class.forName(module, className);
        if (type == null) {
            return;
        }
        for (AttributeMapping attribute : attributes) {
            switch (attribute) {
                case AttributeMapping.Basic basic ->
                        constrained(type, basic.name(), basic.isOptional())
                                .ifPresent(c -> found.put(basic.column(), c));
                case AttributeMapping.Embedded embedded ->
                        collect(module, embedded.className(), embedded.attributes(), found);
                case AttributeMapping.Reference _, AttributeMapping.Elements _ -> {}
            }
        }
        if (!found.isEmpty()) {
            Validators.open(module, type.getPackageName());
        }
    }

    private static Optional<Constrained> constrained(
            Class<?> type, String attribute, boolean isOptional) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(f -> f.getName().equals(attribute))
                .filter(f -> annotated(f).anyMatch(ConstraintMarks::areOn))
                .findFirst()
                .map(f -> new Constrained(f, isOptional, valueType(f, isOptional)));
    }

    private static Class<?> valueType(Field field, boolean isOptional) {
        return isOptional
                        && field.getAnnotatedType() instanceof AnnotatedParameterizedType optional
                        && optional.getAnnotatedActualTypeArguments()[0].getType()
                                instanceof Class<?> value
                ? value
                : field.getType();
    }

    private static Stream<AnnotatedElement> annotated(Field field) {
        var type = field.getAnnotatedType();
        var arguments =
                type instanceof AnnotatedParameterizedType parameterized
                        ? Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                        : Stream.<AnnotatedElement>of();
        return Stream.concat(Stream.of(field, type), arguments);
    }

    /** Returns whether there are none. */
    boolean isEmpty() {
        return byColumn.isEmpty();
    }

    /** Returns what is wrong with the value of a column, null for NULL. */
    List<Violation> check(String column, @Nullable Object value) {
        var attribute = byColumn.get(column);
        if (attribute == null) {
            return List.of();
        }
        var converted =
                Optional.ofNullable(value).flatMap(v -> AttributeValue.of(v, attribute.type()));
        if (value != null && converted.isEmpty()) {
            // No value of the attribute: the constraints have nothing to say of it.
            return List.of();
        }
        return validators
                .validator()
                .validateValue(
                        attribute.field().getDeclaringClass(),
                        attribute.field().getName(),
                        attribute.isOptional() ? converted : converted.orElse(null))
                .stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .map(message ->
                        new Violation(
                                column,
                                Rule.CONSTRAINT,
                                "It " + message + ".",
                                value == null ? "" : ShownValue.of(value)))
                .toList();
    }
}
