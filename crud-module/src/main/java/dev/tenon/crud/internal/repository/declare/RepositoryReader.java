package dev.tenon.crud.internal.repository.declare;

import dev.tenon.core.spi.ModuleFiles;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Repository;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassSignature;
import java.lang.classfile.Signature.ClassTypeSig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the repositories of one module. */
public final class RepositoryReader {

    private final ModuleFiles module;
    private final InterfaceFiles files;

    /** Makes a reader of a module. */
    public RepositoryReader(ModuleFiles module) {
        this.module = module;
        files = new InterfaceFiles(module);
    }

    /**
     * What has {@code @Repository}.
     *
     * @param repositories the interfaces, sorted by their names
     * @param others what cannot be implemented
     */
    public record Found(List<DeclaredRepository> repositories, List<OtherType> others) {

        public Found {
            repositories = List.copyOf(repositories);
            others = List.copyOf(others);
        }
    }

    /**
     * Returns what has {@code @Repository}.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a class file is damaged
     */
    public Found read() throws IOException {
        var repositories = new ArrayList<DeclaredRepository>();
        var others = new ArrayList<OtherType>();
        for (var name : module.classNames()) {
            var type = module.classModel(name);
            var annotation = type.flatMap(RepositoryReader::repository);
            if (annotation.isEmpty()) {
                continue;
            }
            var other = OtherType.of(name, type.get(), provider(annotation.get()));
            if (other.isPresent()) {
                others.add(other.get());
            } else {
                repositories.add(read(name, type.get(), annotation.get()));
            }
        }
        return new Found(repositories, others);
    }

    private static String provider(FoundAnnotation repository) {
        return repository.text("provider").orElse(Repository.ANY_PROVIDER);
    }

    private static Optional<FoundAnnotation> repository(ClassModel type) {
        return FoundAnnotation.on(type).stream().filter(a -> a.is(Repository.class)).findFirst();
    }

    private DeclaredRepository read(String name, ClassModel type, FoundAnnotation annotation)
            throws IOException {
        var walk = new Walk();
        walk.visit(name, type, Map.of());
        var methods = new LinkedHashMap<String, DeclaredMethod>();
        // Each interface comes before those it inherits from, as it may override their methods.
        for (var read : walk.interfaces.reversed()) {
            read.forEach(m -> methods.merge(m.distinction(), m, DeclaredMethod::overriding));
        }
        return new DeclaredRepository(
                name,
                provider(annotation),
                annotation.text("dataStore").orElse(Repository.DEFAULT_DATA_STORE),
                walk.entity,
                List.copyOf(methods.values()),
                List.copyOf(walk.unread));
    }

    /**
     * The way through one interface and those it inherits from.
     *
     * <p>The interfaces, by their methods, are in an order in which none comes before one that it
     * inherits from.
     */
    private final class Walk {
        private final List<List<DeclaredMethod>> interfaces = new ArrayList<>();
        private final Set<String> visited = new HashSet<>();
        private final List<String> unread = new ArrayList<>();
        private Optional<JavaType> entity = Optional.empty();

        void visit(String name, ClassModel type, Map<String, JavaType> variables)
                throws IOException {
            if (!visited.add(name)) {
                return;
            }
            for (var parent : parents(type).reversed()) {
                visit(JavaType.of(parent, variables));
            }
            var reader = new MethodReader(name, variables);
            interfaces.add(
                    type.methods().stream()
                            .filter(MethodReader::isOfInterest)
                            .map(reader::read)
                            .toList());
        }

        private void visit(JavaType parent) throws IOException {
            if (parent.is(DataRepository.class)) {
                entity = entity.or(() -> parent.arguments().stream().findFirst());
            }
            var model = files.find(parent.name());
            if (model.isEmpty()) {
                unread.add(parent.name());
            } else {
                visit(parent.name(), model.get(), variables(model.get(), parent));
            }
        }
    }

    private static List<ClassTypeSig> parents(ClassModel type) {
        return signature(type)
                .map(ClassSignature::superinterfaceSignatures)
                .orElseGet(() ->
                        type.interfaces().stream()
                                .map(i -> ClassTypeSig.of(i.asSymbol()))
                                .toList());
    }

    private static Map<String, JavaType> variables(ClassModel type, JavaType used) {
        var variables = new HashMap<String, JavaType>();
        var declared = signature(type).map(ClassSignature::typeParameters).orElse(List.of());
        for (int i = 0; i < Math.min(declared.size(), used.arguments().size()); i++) {
            variables.put(declared.get(i).identifier(), used.arguments().get(i));
        }
        return variables;
    }

    private static Optional<ClassSignature> signature(ClassModel type) {
        return type.findAttribute(Attributes.signature())
                .map(s -> ClassSignature.parseFrom(s.signature().stringValue()));
    }
}
