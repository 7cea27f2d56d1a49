package dev.tenon.crud.internal.query.checked;

import dev.tenon.database.mapping.AttributeMapping.EnumForm;

/**
 * A value that a call of the repository method gives, or part of it.
 *
 * @param position of the parameter among those of the query, from 0
 * @param path the attribute of the argument that is meant, with dots; empty if it is itself
 * @param form what is stored of it
 */
public record Argument(int position, String path, Form form) {

    /** What is stored of a value. */
    public enum Form {
        /** The value, an enum by its name. */
        ITSELF,
        /** The position of the constant of an enum. */
        ORDINAL,
        /** The key of the entity. */
        KEY;

        /** Returns what columns of the type store. */
        public static Form of(ValueType type) {
            if (type.kind() == ValueType.Kind.ENTITY) {
                return KEY;
            }
            return type.enumForm() == EnumForm.ORDINAL ? ORDINAL : ITSELF;
        }
    }

    /** Returns the argument as it is stored in columns of the type. */
    public Argument in(ValueType type) {
        return new Argument(position, path, Form.of(type));
    }
}
