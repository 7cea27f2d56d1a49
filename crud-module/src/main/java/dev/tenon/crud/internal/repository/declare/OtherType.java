package dev.tenon.crud.internal.repository.declare;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.util.Optional;

/**
 * What has {@code @Repository} and is no interface that can be implemented.
 *
 * @param className its binary name
 * @param kind what it is, for people: {@code a record}
 * @param provider who is to implement it
 */
public record OtherType(String className, String kind, String provider) {

    /** Returns nothing for an interface that can be implemented. */
    static Optional<OtherType> of(String className, ClassModel type, String provider) {
        return kind(type).map(kind -> new OtherType(className, kind, provider));
    }

    private static Optional<String> kind(ClassModel type) {
        var flags = type.flags();
        if (flags.has(AccessFlag.ANNOTATION)) {
            return Optional.of("an annotation");
        }
        if (flags.has(AccessFlag.INTERFACE)) {
            return type.findAttribute(Attributes.permittedSubclasses())
                    .map(_ -> "a sealed interface");
        }
        if (flags.has(AccessFlag.ENUM)) {
            return Optional.of("an enum");
        }
        return Optional.of(
                type.findAttribute(Attributes.record()).isPresent() ? "a record" : "a class");
    }
}
