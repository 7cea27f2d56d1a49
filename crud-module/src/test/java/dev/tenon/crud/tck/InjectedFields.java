package dev.tenon.crud.tck;

import jakarta.inject.Inject;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** Fills the fields with {@code @Inject} of test classes. */
public final class InjectedFields implements TestInstancePostProcessor {

    /** Where objects of a type are found; set by {@link TckRun}. */
    public static volatile Function<Class<?>, Object> source =
            type -> {
                throw new IllegalStateException(type.getName());
            };

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context)
            throws IllegalAccessException {
        for (var field : test.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class)) {
                field.setAccessible(true);
                field.set(test, source.apply(field.getType()));
            }
        }
    }
}
