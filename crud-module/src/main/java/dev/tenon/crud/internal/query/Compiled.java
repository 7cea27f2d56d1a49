package dev.tenon.crud.internal.query;

import dev.tenon.crud.internal.query.checked.CheckedQuery;
import dev.tenon.crud.internal.query.flaw.QueryFlaw;
import java.util.List;

/** What has become of a query. */
public sealed interface Compiled {

    /** It makes sense. */
    record Good(CheckedQuery query) implements Compiled {}

    /** It does not, for these reasons, at least one. */
    record Bad(List<QueryFlaw> flaws) implements Compiled {

        public Bad {
            flaws = List.copyOf(flaws);
        }
    }
}
