package dev.tenon.database.mapping;

import java.util.List;
import java.util.Optional;

/**
 * How one attribute of an entity, or of what is embedded in it, stands in a table. Types are given
 * as Java's class files name them: the binary name of a class ({@code java.lang.String}), the
 * descriptor of a primitive type or an array ({@code J}, {@code [B}). Immutable.
 */
public sealed interface AttributeMapping {

    /** Returns the name of the attribute in Java. */
    String name();

    /** Returns whether it is the key or part of it. */
    boolean isId();

    /** How an attribute gets a value that nobody has set. */
    enum Generation {
        /** It does not. */
        NONE,
        /** The database numbers the rows. */
        DATABASE,
        /** A random UUID is made before the row is inserted. */
        UUID
    }

    /** How a constant of an enum is stored. */
    enum EnumForm {
        /** It is no enum. */
        NONE,
        /** As a text: its name. */
        NAME,
        /** As a number: its position, from 0. */
        ORDINAL
    }

    /**
     * One value in one column.
     *
     * @param type the type of the value, without an {@code Optional} round it
     * @param isOptional whether there is an {@code Optional} round it
     * @param column the name of the column, with the prefix of what it is embedded in
     * @param isId whether it is the key or part of it
     * @param isVersion whether it counts the changes of the row ({@code @Version})
     * @param generation what fills it in where it is not set
     * @param enumForm how it is stored if it is an enum
     */
    record Basic(
            String name,
            String type,
            boolean isOptional,
            String column,
            boolean isId,
            boolean isVersion,
            Generation generation,
            EnumForm enumForm)
            implements AttributeMapping {}

    /**
     * An object whose attributes stand in columns of the same table.
     *
     * @param className the class of the object
     * @param isOptional whether there is an {@code Optional} round it
     * @param attributes its attributes
     */
    record Embedded(
            String name, String className, boolean isOptional, List<AttributeMapping> attributes)
            implements AttributeMapping {

        public Embedded {
            attributes = List.copyOf(attributes);
        }

        /** Returns whether it is the key ({@code @EmbeddedId}) or part of it. */
        @Override
        public boolean isId() {
            return attributes.stream().anyMatch(AttributeMapping::isId);
        }
    }

    /**
     * Another entity, or its key alone, in one column.
     *
     * @param type the type of the attribute: the class of the entity, or the type of its key
     * @param isOptional whether there is an {@code Optional} round it
     * @param target the class of the entity that is referred to
     * @param column the name of the column, which holds the key
     * @param isId whether it is the key or part of it
     */
    record Reference(
            String name,
            String type,
            boolean isOptional,
            String target,
            String column,
            boolean isId)
            implements AttributeMapping {

        /** Returns whether the attribute holds the key, and not the entity. */
        public boolean isKeyAlone() {
            return !type.equals(target);
        }
    }

    /**
     * Several values in a table of their own, which has one row for each
     * ({@code @ElementCollection}).
     *
     * @param collectionType {@code java.util.Set}, {@code java.util.List} or {@code
     *     java.util.Collection}
     * @param elementType the type of a value
     * @param enumForm how a value is stored if it is an enum
     * @param table the name of the table
     * @param ownerColumn the column of that table that holds the key of the entity
     * @param column the column that holds a value
     * @param positionColumn the column that holds the place of a value, from 0; nothing if it is a
     *     set, in which a value stands once
     */
    record Elements(
            String name,
            String collectionType,
            String elementType,
            EnumForm enumForm,
            String table,
            String ownerColumn,
            String column,
            Optional<String> positionColumn)
            implements AttributeMapping {

        @Override
        public boolean isId() {
            return false;
        }
    }
}
