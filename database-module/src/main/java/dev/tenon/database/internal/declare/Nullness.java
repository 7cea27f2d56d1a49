package dev.tenon.database.internal.declare;

import java.util.List;

/** Tells whether an attribute may have no value. */
final class Nullness {

    private static final List<String> DEMANDS =
            List.of(Jakarta.NOT_NULL, Jakarta.NOT_BLANK, Jakarta.NOT_EMPTY, Jakarta.VERSION);

    private Nullness() {}

    /**
     * Tells it by what is clearest: a primitive type and a demand have a value, {@code Optional}
     * and {@code @Nullable} may have none; then what the column says; then whether the class is
     * {@code @NullMarked}.
     */
    static boolean isNullable(Attribute attribute, boolean nullMarked) {
        if (attribute.type().isPrimitive() || DEMANDS.stream().anyMatch(attribute::has)) {
            return false;
        }
        var column = attribute.annotation(Jakarta.COLUMN);
        if (column.isPresent() && !column.get().truth("nullable", true)) {
            return false;
        }
        var basic = attribute.annotation(Jakarta.BASIC);
        if (basic.isPresent() && !basic.get().truth("optional", true)) {
            return false;
        }
        return attribute.isMarkedNullable() || !nullMarked;
    }
}
