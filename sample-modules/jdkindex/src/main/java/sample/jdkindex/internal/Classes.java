package sample.jdkindex.internal;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import sample.jdkindex.JavaClass;

/** Searches the index. */
@Repository
interface Classes extends BasicRepository<JavaClass, Long> {

    @OrderBy("name")
    @OrderBy("id")
    CursoredPage<JavaClass> findByNameStartsWith(String beginning, PageRequest page);

    long countByKind(JavaClass.Kind kind);
}
