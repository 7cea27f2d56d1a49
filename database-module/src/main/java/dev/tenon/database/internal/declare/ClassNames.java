package dev.tenon.database.internal.declare;

import java.lang.constant.ClassDesc;
import java.util.Locale;

/** Names of classes and of what stands for them in a database. */
final class ClassNames {

    private ClassNames() {}

    /** Returns the binary name of a class, or the descriptor of another type. */
    static String of(ClassDesc type) {
        var descriptor = type.descriptorString();
        return type.isClassOrInterface()
                ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
                : descriptor;
    }

    static String simple(String binaryName) {
        return binaryName.substring(
                Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
    }

    /** {@code createdAt} is {@code created_at}, {@code HTTPLog} is {@code http_log}. */
    static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
