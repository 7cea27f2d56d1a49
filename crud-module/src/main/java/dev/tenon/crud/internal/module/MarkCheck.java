package dev.tenon.crud.internal.module;

import dev.tenon.core.error.Problem;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.crud.internal.table.MarkProblems;
import dev.tenon.crud.internal.table.TableMarks;
import dev.tenon.crud.internal.table.Tables;
import dev.tenon.database.mapping.MappedDatabase;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeSet;

/** Refuses marks of tables that are not there, once the tables are. */
record MarkCheck(MappedDatabase database) {

    void require(TableMarks declared, TableMarks ofSettings) {
        if (declared.isEmpty() && ofSettings.isEmpty()) {
            return;
        }
        var refusals = new Refusals(Optional.of(database.module()), database.name());
        var all = new Tables(database, Syntax.of(database.dialect()), TableMarks.NONE, refusals);
        var there = new TreeSet<>(database.sessions().read(all::all).keySet());
        var check = new MarkProblems(database.module(), there);
        var problems = new ArrayList<>(check.of(declared, "@TableAccess"));
        problems.addAll(
                check.of(
                        ofSettings,
                        "tenon.crud.%1$s.hidden or tenon.crud.%1$s.read-only"
                                .formatted(database.name())));
        if (!problems.isEmpty()) {
            var together = Problem.together(problems);
            throw refusals.of(CrudError.UNKNOWN_MARK, together.fact(), together.cause());
        }
    }
}
