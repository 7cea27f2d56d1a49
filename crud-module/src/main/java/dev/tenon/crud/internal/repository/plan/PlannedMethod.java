package dev.tenon.crud.internal.repository.plan;

import dev.tenon.crud.internal.query.checked.CheckedQuery;
import java.util.List;

/** What a method of a repository does when it is called. */
public sealed interface PlannedMethod {

    /** What its own body says. */
    record WithBody() implements PlannedMethod {}

    /** It returns the sessions of the database. */
    record Accessor() implements PlannedMethod {}

    /** What is done with the rows of the objects that are handed over. */
    enum Change {
        INSERT,
        UPDATE,
        SAVE,
        DELETE
    }

    /**
     * It writes objects.
     *
     * @param entity the class of the objects
     * @param given how they are handed over: one, in an array or in a list
     * @param result how they are returned, if they are
     */
    record Writing(Change change, String entity, ResultShape.Form given, ResultShape result)
            implements PlannedMethod {}

    /**
     * It runs a query.
     *
     * @param arguments which of its parameters are those of the query, in their order
     */
    record Querying(
            CheckedQuery query, List<Integer> arguments, Specials specials, ResultShape result)
            implements PlannedMethod {

        public Querying {
            arguments = List.copyOf(arguments);
        }
    }
}
