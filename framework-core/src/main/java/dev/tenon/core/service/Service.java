package dev.tenon.core.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a CDI bean to the other modules.
 *
 * <p>The bean is offered through the {@link ServiceRegistry} as soon as the module's container is
 * up, before {@code register} is called, and withdrawn when the module stops. Other modules get it
 * by {@code @Inject} or from the registry. The annotation is bean defining; without a scope of its
 * own the bean is {@link ApplicationScoped}.
 */
@Documented
@Stereotype
@ApplicationScoped
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Service {

    /**
     * The types the bean is offered as, each of which it implements or extends. Default: the
     * interfaces it implements directly that stand in an exported package, except those of Java
     * such as {@code AutoCloseable}; there has to be at least one.
     */
    Class<?>[] value() default {};

    /** The name of the service. Default: none. */
    String name() default "";
}
