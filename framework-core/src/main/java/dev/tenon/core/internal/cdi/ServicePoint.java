package dev.tenon.core.internal.cdi;

import dev.tenon.core.service.ServiceKey;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;

/** Reads an injection point as a request for a service of the registry. */
final class ServicePoint {

    /** A bean with nothing but a name is a default one too, unless it has one more qualifier. */
    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface NotDefault {}

    private static final Annotation NOT_DEFAULT = new NotDefaultLiteral();

    private static final class NotDefaultLiteral extends AnnotationLiteral<NotDefault>
            implements NotDefault {
        private static final long serialVersionUID = 1L;
    }

    private ServicePoint() {}

    /**
     * Returns the key that the injection point asks for, or nothing if no service can be meant:
     * another qualifier than {@link Named}, or a type that is not a plain class or interface.
     * {@code Instance<S>} and {@code Provider<S>} ask for S.
     */
    static Optional<ServiceKey<?>> keyOf(InjectionPoint point) {
        var name = "";
        for (Annotation qualifier : point.getQualifiers()) {
            if (qualifier instanceof Named named) {
                name = named.value();
            } else if (!(qualifier instanceof Default || qualifier instanceof Any)) {
                return Optional.empty();
            }
        }
        var type = typeOf(point.getType());
        return type.isPresent() ? Optional.of(ServiceKey.of(type.get(), name)) : Optional.empty();
    }

    /** Returns the qualifiers of the bean that stands for the key. */
    static Set<Annotation> qualifiersOf(ServiceKey<?> key) {
        return key.name().isEmpty()
                ? Set.of(Default.Literal.INSTANCE, Any.Literal.INSTANCE)
                : Set.of(NamedLiteral.of(key.name()), Any.Literal.INSTANCE, NOT_DEFAULT);
    }

    private static Optional<Class<?>> typeOf(Type type) {
        if (type instanceof Class<?> plain && !plain.isPrimitive() && !plain.isArray()) {
            return Optional.of(plain);
        }
        if (type instanceof ParameterizedType parameterized
                && (parameterized.getRawType() == Instance.class
                        || parameterized.getRawType() == Provider.class)) {
            return typeOf(parameterized.getActualTypeArguments()[0]);
        }
        return Optional.empty();
    }
}
