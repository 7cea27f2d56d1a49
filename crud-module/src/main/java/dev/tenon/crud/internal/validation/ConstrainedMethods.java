package dev.tenon.crud.internal.validation;

import jakarta.validation.Valid;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Tells the methods of an interface that have constraints, or {@code @Valid}, from those that need
 * no validator. A method that is overridden counts, too, since its constraints hold; so may one
 * that is only called the same, which costs a look and nothing else.
 */
public final class ConstrainedMethods {

    private static final Set<Class<?>> LATER =
            Set.of(Stream.class, CompletionStage.class, CompletableFuture.class);

    private ConstrainedMethods() {}

    /** Returns whether there is a constraint on the parameters of a method. */
    public static boolean areParametersOf(Class<?> type, Method method) {
        return method.getParameterCount() > 0
                && named(type, method)
                        .flatMap(m ->
                                Stream.concat(
                                        // What is on the method can be about all parameters.
                                        Stream.of(m),
                                        Arrays.stream(m.getParameters())
                                                .flatMap(p ->
                                                        Stream.concat(
                                                                Stream.of(p),
                                                                types(p.getAnnotatedType())))))
                        .anyMatch(ConstrainedMethods::isMarked);
    }

    /** Returns whether there is a constraint on what a method returns. */
    public static boolean isResultOf(Class<?> type, Method method) {
        return named(type, method)
                .flatMap(m -> Stream.concat(Stream.of(m), readNow(m.getAnnotatedReturnType())))
                .anyMatch(ConstrainedMethods::isMarked);
    }

    private static boolean isMarked(AnnotatedElement element) {
        return element.isAnnotationPresent(Valid.class) || ConstraintMarks.areOn(element);
    }

    private static Stream<Method> named(Class<?> type, Method method) {
        var own =
                Arrays.stream(type.getDeclaredMethods())
                        .filter(m -> m.getName().equals(method.getName()))
                        .filter(m -> m.getParameterCount() == method.getParameterCount());
        var inherited =
                Arrays.stream(type.getInterfaces()).flatMap(parent -> named(parent, method));
        return Stream.concat(own, inherited);
    }

    /** What a stage or a stream gives later is not looked at. */
    private static Stream<AnnotatedType> readNow(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType
                        && type.getType() instanceof ParameterizedType generic
                        && LATER.stream().anyMatch(generic.getRawType()::equals)
                ? Stream.of(type)
                : types(type);
    }

    /** Returns the type with those in its angle brackets. */
    private static Stream<AnnotatedType> types(AnnotatedType type) {
        var inner =
                switch (type) {
                    case AnnotatedParameterizedType generic ->
                            generic.getAnnotatedActualTypeArguments();
                    case AnnotatedArrayType array ->
                            new AnnotatedType[] {array.getAnnotatedGenericComponentType()};
                    case AnnotatedWildcardType wildcard -> wildcard.getAnnotatedUpperBounds();
                    default -> new AnnotatedType[0];
                };
        return Stream.concat(
                Stream.of(type), Arrays.stream(inner).flatMap(ConstrainedMethods::types));
    }
}
