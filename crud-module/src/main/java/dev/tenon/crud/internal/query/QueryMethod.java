package dev.tenon.crud.internal.query;

import dev.tenon.crud.internal.query.check.AnnotatedOrder;
import dev.tenon.crud.internal.query.check.QueryParameter;
import dev.tenon.database.mapping.EntityMapping;
import java.util.List;
import java.util.Optional;

/**
 * What a query has to fit: the method that it belongs to.
 *
 * @param entity the entity that is queried unless the query names another one; nothing if neither
 *     the result of the method nor the repository tells
 * @param parameters those of its parameters that are for the query, in their order
 * @param order by what {@code @OrderBy} sorts its results
 */
public record QueryMethod(
        Optional<EntityMapping> entity, List<QueryParameter> parameters, AnnotatedOrder order) {

    public QueryMethod {
        parameters = List.copyOf(parameters);
    }
}
