package sample.jdkindex.internal;

import dev.tenon.core.error.Result;
import dev.tenon.core.service.Service;
import dev.tenon.crud.CrudService;
import dev.tenon.crud.CrudTable;
import dev.tenon.crud.Filter;
import dev.tenon.crud.RowPage;
import dev.tenon.crud.RowQuery;
import dev.tenon.crud.SortColumn;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.inject.Inject;
import java.util.Optional;
import sample.jdkindex.JavaClass;
import sample.jdkindex.JdkIndex;

/** Searches through the repository, and the same tables by their names. */
@Service
class IndexSearch implements JdkIndex {

    private final Classes classes;
    private final CrudTable table;

    @Inject
    IndexSearch(Classes classes, CrudService tables) {
        this.classes = classes;
        this.table = tables.database("jdkindex").table("java_class");
    }

    @Override
    public CursoredPage<JavaClass> search(String beginning, PageRequest page) {
        return classes.findByNameStartsWith(beginning, page);
    }

    @Override
    public Result<RowPage> rows(String beginning, Optional<String> cursor) {
        var wanted =
                RowQuery.all()
                        .where(Filter.startsWith("name", beginning))
                        .sort(SortColumn.ascending("name"))
                        .expand("package.module");
        return table.read(cursor.map(wanted::cursor).orElse(wanted));
    }

    @Override
    public long count(JavaClass.Kind kind) {
        return classes.countByKind(kind);
    }
}
