package dev.tenon.crud.internal.entity;

import jakarta.data.exceptions.MappingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How objects of one class are made of the values of their attributes, and give them back.
 * Immutable.
 */
sealed interface ObjectShape permits RecordShape, ClassShape {

    /**
     * Returns the shape of a class.
     *
     * @param attributes the attributes in question, in the order in which values are handed over
     * @throws MappingException if the class has no constructor for it, or lacks an attribute
     */
    static ObjectShape of(Class<?> type, List<String> attributes) {
        return type.isRecord() ? RecordShape.of(type, attributes) : ClassShape.of(type, attributes);
    }

    /** Returns an object with the values. */
    Object make(@Nullable Object[] values);

    /** Returns the value of an attribute. */
    @Nullable Object get(Object object, int attribute);

    /** Returns the object with another value: a copy of a record, else the same. */
    Object with(Object object, int attribute, @Nullable Object value);

    /** Fails where a primitive attribute has no value. */
    static MappingException nullForPrimitive(Class<?> type, String attribute) {
        return new MappingException(
                "A row cannot become "
                        + type.getName()
                        + ": its attribute "
                        + attribute
                        + " is primitive and its column is NULL. Give the attribute a type that may"
                        + " be null, or the column NOT NULL.");
    }

    /** Fails where the class cannot be used as what it is mapped as. */
    static MappingException unusable(Class<?> type, String why) {
        return new MappingException("The class " + type.getName() + " cannot be an entity: " + why);
    }
}
