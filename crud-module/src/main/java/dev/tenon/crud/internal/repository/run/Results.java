package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.repository.plan.ResultShape.Form;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.NonUniqueResultException;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands results over as a method returns them.
 *
 * @param element the type of one of them
 * @param method the method, for people
 */
record Results(Form form, Class<?> element, String method) {

    @Nullable Object of(List<? extends @Nullable Object> found) {
        return switch (form) {
            case ONE -> one(found);
            case OPTIONAL -> found.isEmpty() ? Optional.empty() : Optional.ofNullable(only(found));
            case ARRAY -> array(found);
            case LIST -> found;
            case STREAM -> found.stream();
            case NOTHING, PAGE, CURSORED_PAGE ->
                    throw new IllegalStateException(method + " returns no rows so.");
        };
    }

    private @Nullable Object one(List<? extends @Nullable Object> found) {
        if (found.isEmpty()) {
            throw new EmptyResultException(
                    "The method "
                            + method
                            + " has found nothing. Let it return Optional if that can be.");
        }
        var only = only(found);
        if (only == null && element.isPrimitive()) {
            throw new DataException(
                    "The method "
                            + method
                            + " has found NULL, and returns "
                            + element.getName()
                            + ". Let it return a type that may be null.");
        }
        return only;
    }

    private @Nullable Object only(List<? extends @Nullable Object> found) {
        if (found.size() > 1) {
            throw new NonUniqueResultException(
                    "The method "
                            + method
                            + " has found more than one result. Let it return a List if that can"
                            + " be.");
        }
        return found.getFirst();
    }

    private Object array(List<? extends @Nullable Object> found) {
        var array = Array.newInstance(element, found.size());
        for (int i = 0; i < found.size(); i++) {
            Array.set(array, i, found.get(i));
        }
        return array;
    }
}
