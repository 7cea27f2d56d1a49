package dev.tenon.crud.internal.table;

import static java.util.stream.Collectors.toSet;

import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.crud.TableAccess;
import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.constant.ClassDesc;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what the plugin class of a module says of its tables, from its class file. */
public final class MarkReader {

    private static final ClassDesc DATABASE = ClassDesc.of("dev.tenon.database.Database");
    private static final ClassDesc ACCESS = ClassDesc.of(TableAccess.class.getName());

    private MarkReader() {}

    /** Returns the marks, or nothing if the module declares no database. */
    public static Optional<TableMarks> read(ModuleFiles module) throws IOException {
        var annotations =
                module.classModel(module.pluginClass()).stream()
                        .flatMap(c ->
                                c.findAttribute(Attributes.runtimeVisibleAnnotations()).stream())
                        .flatMap(a -> a.annotations().stream())
                        .toList();
        if (annotations.stream().noneMatch(a -> a.classSymbol().equals(DATABASE))) {
            return Optional.empty();
        }
        return annotations.stream()
                .filter(a -> a.classSymbol().equals(ACCESS))
                .findFirst()
                .map(a -> new TableMarks(texts(a, "hidden"), texts(a, "readOnly")))
                .or(() -> Optional.of(TableMarks.NONE));
    }

    private static Set<String> texts(Annotation annotation, String element) {
        return annotation.elements().stream()
                .filter(e -> e.name().equalsString(element))
                .flatMap(e ->
                        e.value() instanceof AnnotationValue.OfArray array
                                ? array.values().stream()
                                : Stream.empty())
                .filter(AnnotationValue.OfString.class::isInstance)
                .map(v -> ((AnnotationValue.OfString) v).stringValue())
                .collect(toSet());
    }
}
