package dev.tenon.crud.internal.entity;

import jakarta.data.exceptions.MappingException;
import java.lang.constant.ClassDesc;

/** The classes behind the names that class files have for types. */
public final class TypeNames {

    private TypeNames() {}

    /**
     * Returns the class of a name: the descriptor of a primitive type, or what {@link
     * Class#forName} takes.
     *
     * @throws MappingException if there is no such class
     */
    public static Class<?> load(String name, ClassLoader loader) {
        if (name.length() == 1) {
            return Class.forPrimitiveName(ClassDesc.ofDescriptor(name).displayName());
        }
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new MappingException("The class " + name + " of an entity is not there.", e);
        }
    }
}
