package dev.tenon.crud.internal.repository.declare;

import jakarta.data.repository.By;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Param;
import jakarta.data.repository.Query;
import jakarta.data.repository.Save;
import jakarta.data.repository.Update;
import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.MethodParameterInfo;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the methods of one interface. */
final class MethodReader {

    private static final List<Class<? extends java.lang.annotation.Annotation>> OPERATIONS =
            List.of(Query.class, Find.class, Insert.class, Update.class, Save.class, Delete.class);

    private final String owner;
    private final Map<String, JavaType> variables;

    /**
     * @param variables what the type variables of the interface stand for
     */
    MethodReader(String owner, Map<String, JavaType> variables) {
        this.owner = owner;
        this.variables = variables;
    }

    /** Returns whether a repository has to do with the method at all. */
    static boolean isOfInterest(MethodModel method) {
        return !method.flags().has(AccessFlag.STATIC)
                && !method.flags().has(AccessFlag.PRIVATE)
                && !method.flags().has(AccessFlag.SYNTHETIC);
    }

    DeclaredMethod read(MethodModel method) {
        var signature =
                method.findAttribute(Attributes.signature())
                        .map(s -> MethodSignature.parseFrom(s.signature().stringValue()))
                        .orElseGet(() -> MethodSignature.of(method.methodTypeSymbol()));
        var known = new HashMap<>(variables);
        for (var parameter : signature.typeParameters()) {
            known.put(parameter.identifier(), bound(parameter, known));
        }
        var annotations = FoundAnnotation.on(method);
        return new DeclaredMethod(
                owner,
                method.methodName().stringValue(),
                Set.of(method.methodType().stringValue()),
                !method.flags().has(AccessFlag.ABSTRACT),
                JavaType.of(signature.result(), known),
                parameters(method, signature, known),
                OPERATIONS.stream()
                        .filter(o -> annotations.stream().anyMatch(a -> a.is(o)))
                        .map(Class::getSimpleName)
                        .toList(),
                annotations.stream()
                        .filter(a -> a.is(Query.class))
                        .findFirst()
                        .flatMap(a -> a.text("value")),
                annotations.stream().flatMap(MethodReader::orders).toList());
    }

    private static JavaType bound(Signature.TypeParam parameter, Map<String, JavaType> known) {
        return Stream.concat(parameter.classBound().stream(), parameter.interfaceBounds().stream())
                .findFirst()
                .map(bound -> JavaType.of(bound, known))
                .orElse(JavaType.OBJECT);
    }

    private static Stream<DeclaredOrder> orders(FoundAnnotation annotation) {
        if (annotation.is(OrderBy.List.class)) {
            return annotation.nested("value").flatMap(MethodReader::orders);
        }
        return annotation.is(OrderBy.class)
                ? Stream.of(
                        new DeclaredOrder(
                                annotation.text("value").orElse(""),
                                annotation.truth("descending"),
                                annotation.truth("ignoreCase")))
                : Stream.empty();
    }

    private static List<DeclaredParameter> parameters(
            MethodModel method, MethodSignature signature, Map<String, JavaType> known) {
        var names =
                method.findAttribute(Attributes.methodParameters())
                        .map(p -> p.parameters())
                        .orElse(List.of());
        var annotations =
                method.findAttribute(Attributes.runtimeVisibleParameterAnnotations())
                        .map(p -> p.parameterAnnotations())
                        .orElse(List.of());
        var parameters = new ArrayList<DeclaredParameter>();
        for (int i = 0; i < signature.arguments().size(); i++) {
            var own =
                    i < annotations.size()
                            ? annotations.get(i).stream().map(FoundAnnotation::of).toList()
                            : List.<FoundAnnotation>of();
            parameters.add(
                    new DeclaredParameter(
                            i < names.size() ? name(names.get(i)) : Optional.empty(),
                            JavaType.of(signature.arguments().get(i), known),
                            text(own, By.class),
                            text(own, Param.class)));
        }
        return parameters;
    }

    private static Optional<String> name(MethodParameterInfo parameter) {
        return parameter.name().map(n -> n.stringValue());
    }

    private static Optional<String> text(
            List<FoundAnnotation> annotations,
            Class<? extends java.lang.annotation.Annotation> type) {
        return annotations.stream()
                .filter(a -> a.is(type))
                .findFirst()
                .flatMap(a -> a.text("value"));
    }
}
