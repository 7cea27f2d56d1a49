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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private BeanClasses() {}

    /** Returns the binary names of the module's bean classes, sorted. */
    static List<String> of(ModuleReference reference) throws IOException {
        var annotated = new ArrayList<ClassModel>();
        var defining = new HashSet<>(BEAN_DEFINING);
        try (var content = ModuleContent.open(reference)) {
            for (String name : content.classNames()) {
                content.classModel(name)
                        .filter(c -> ClassAnnotations.types(c).findAny().isPresent())
                        .ifPresent(annotated::add);
            }
        }
        for (ClassModel type : annotated) {
            if (type.flags().has(AccessFlag.ANNOTATION)
                    && ClassAnnotations.types(type).anyMatch(MAKES_BEAN_DEFINING::contains)) {
                defining.add(type.thisClass().asSymbol());
            }
        }
        return annotated.stream()
                .filter(c -> !c.flags().has(AccessFlag.INTERFACE))
                .filter(c -> ClassAnnotations.types(c).anyMatch(defining::contains))
                .map(c -> c.thisClass().asInternalName().replace('/', '.'))
                .toList();
    }

    private static ClassDesc descriptor(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
