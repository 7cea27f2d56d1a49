package dev.tenon.crud.internal.validation;

import dev.tenon.crud.TextForm;
import dev.tenon.crud.internal.failure.Refusals;
import java.time.temporal.Temporal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows values that were refused, in the log and to whoever gave them. */
final class ShownValue {

    private ShownValue() {}

    /** Returns a short printable text; of an object without a form of its own, its class. */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case byte[] bytes -> bytes.length + " bytes";
            case TextForm(var text) -> Refusals.shown(text);
            case CharSequence text -> Refusals.shown(text.toString());
            case Number _, Boolean _, Character _, Enum<?> _, UUID _ ->
                    Refusals.shown(value.toString());
            case Temporal time -> Refusals.shown(time.toString());
            default -> "an object of " + value.getClass().getName();
        };
    }
}
