package sample.jdkindex;

import dev.tenon.core.error.Result;
import dev.tenon.crud.RowPage;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import java.util.Optional;

/**
 * Searches the classes of the JDK by the beginning of their names. Safe for use by many threads.
 */
public interface JdkIndex {

    /**
     * Returns a page of the classes whose names begin so, sorted by their names. Its {@code
     * nextPageRequest()} leads on.
     */
    CursoredPage<JavaClass> search(String beginning, PageRequest page);

    /**
     * Returns the same as rows of the table, each with the row of its package and that of its
     * module: for whoever shows tables that he does not know, such as a page in a browser.
     *
     * @param cursor {@code next()} of the page before; nothing for the first page
     */
    Result<RowPage> rows(String beginning, Optional<String> cursor);

    /** Returns how many classes of that kind there are. */
    long count(JavaClass.Kind kind);
}
