package dev.tenon.crud.internal.table;

import dev.tenon.core.error.Problem;
import dev.tenon.core.error.SimilarName;
import dev.tenon.crud.error.CrudError;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds marks of tables that do not exist.
 *
 * @param module the name of the module
 * @param tables the tables of its database
 */
public record MarkProblems(String module, SortedSet<String> tables) {

    /** Returns a problem for each name that is none of a table. */
    public List<Problem> of(TableMarks marks, String origin) {
        return marks.names().stream()
                .filter(name -> !tables.contains(name))
                .map(name -> problem(name, origin))
                .toList();
    }

    private Problem problem(String name, String origin) {
        var similar = SimilarName.of(name, new TreeSet<>(tables));
        return Problem.error(
                CrudError.UNKNOWN_MARK,
                "The database of the module %s has no table '%s', which %s names."
                        .formatted(module, name.replaceAll("\\p{C}", "?"), origin),
                "It has "
                        + (tables.isEmpty() ? "none" : String.join(", ", tables))
                        + "."
                        + similar.map(n -> " Was " + n + " meant?").orElse(""),
                CrudError.UNKNOWN_MARK.remedy());
    }
}
