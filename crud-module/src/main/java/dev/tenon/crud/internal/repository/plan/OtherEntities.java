package dev.tenon.crud.internal.repository.plan;

import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.crud.internal.repository.declare.DeclaredRepository;
import dev.tenon.crud.internal.repository.declare.FoundAnnotation;
import jakarta.data.spi.EntityDefining;
import java.io.IOException;
import java.util.List;

/** Knows the entities of other providers: those with an annotation that defines such entities. */
record OtherEntities(ModuleFiles module) {

    /** Returns whether a repository is one of them, and so for another provider. */
    boolean areThoseOf(DeclaredRepository repository) throws IOException {
        if (repository.entity().isEmpty()) {
            return false;
        }
        var entity = module.classModel(repository.entity().get().name());
        for (var annotation : entity.map(FoundAnnotation::on).orElse(List.of())) {
            if (definesEntities(annotation)) {
                return true;
            }
        }
        return false;
    }

    private boolean definesEntities(FoundAnnotation annotation) throws IOException {
        return module.classModel(annotation.type()).stream()
                .flatMap(type -> FoundAnnotation.on(type).stream())
                .anyMatch(a -> a.is(EntityDefining.class));
    }
}
