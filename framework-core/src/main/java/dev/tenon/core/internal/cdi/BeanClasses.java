package dev.tenon.core.internal.cdi;

import dev.tenon.core.internal.content.ClassAnnotations;
import dev.tenon.core.internal.content.ModuleContent;
import dev.tenon.core.service.Service;
import jakarta.decorator.Decorator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Scope;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the bean classes of a module without loading a class, so that one class that cannot be
 * loaded does no harm to the others.
 *
 * <p>A class is a bean class if it has a bean defining annotation (Jakarta CDI 4.1, section "Bean
 * defining annotations"), and, because nobody who writes it means anything else, if it has {@link
 * Singleton}. Scopes and stereotypes that the module declares itself count.
 */
final class BeanClasses {

    private static final Set<ClassDesc> BEAN_DEFINING =
            Stream.of(
                            ApplicationScoped.class,
                            RequestScoped.class,
                            SessionScoped.class,
                            ConversationScoped.class,
                            Dependent.class,
                            Singleton.class,
                            Interceptor.class,
                            Decorator.class,
                            Service.class)
                    .map(BeanClasses::descriptor)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<ClassDesc> MAKES_BEAN_DEFINING =
            Stream.of(NormalScope.class, Scope.class, Stereotype.class)
                    .map(BeanClasses::descriptor)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<ClassDesc> AROUND_BEANS =
            Set.of(descriptor(Interceptor.class), descriptor(Decorator.class));

    private static final Logger LOG = LoggerFactory.getLogger(BeanClasses.class);

    /** What counts of a class that has annotations. */
    private record Annotated(
            String name, boolean isAnnotation, boolean isInterface, List<ClassDesc> annotations) {

        static Annotated of(String name, ClassModel type) {
            return new Annotated(
                    name,
                    type.flags().has(AccessFlag.ANNOTATION),
                    type.flags().has(AccessFlag.INTERFACE),
                    ClassAnnotations.types(type).toList());
        }

        boolean hasOneOf(Set<ClassDesc> wanted) {
            return annotations.stream().anyMatch(wanted::contains);
        }
    }

    private BeanClasses() {}

    /**
     * Returns the binary names of the module's bean classes, sorted; none if they are interceptors
     * and decorators alone.
     */
    static List<String> of(ModuleReference reference) throws IOException {
        var annotated = new ArrayList<Annotated>();
        try (var content = ModuleContent.open(reference)) {
            for (String name : content.classNames()) {
                read(content, name).ifPresent(annotated::add);
            }
        }
        var defining = new HashSet<>(BEAN_DEFINING);
        annotated.stream()
                .filter(a -> a.isAnnotation && a.hasOneOf(MAKES_BEAN_DEFINING))
                .forEach(a -> defining.add(ClassDesc.of(a.name)));
        var beans = annotated.stream().filter(a -> !a.isInterface && a.hasOneOf(defining)).toList();
        // Interceptors alone have nothing to intercept: a framework module has them for others.
        return beans.stream().allMatch(a -> a.hasOneOf(AROUND_BEANS))
                ? List.of()
                : beans.stream().map(Annotated::name).toList();
    }

    private static Optional<Annotated> read(ModuleContent content, String name) throws IOException {
        try {
            return content.classModel(name)
                    .map(type -> Annotated.of(name, type))
                    .filter(a -> !a.annotations.isEmpty());
        } catch (IllegalArgumentException e) {
            // Damaged, or newer than this Java. Whoever uses the class is told by the JVM.
            LOG.debug("The class {} cannot be read, so it is no bean.", name, e);
            return Optional.empty();
        }
    }

    private static ClassDesc descriptor(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
