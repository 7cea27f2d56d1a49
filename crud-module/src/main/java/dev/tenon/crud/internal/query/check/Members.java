package dev.tenon.crud.internal.query.check;

import dev.tenon.crud.internal.query.attribute.FoundAttribute;
import dev.tenon.crud.internal.query.checked.Restriction;
import dev.tenon.crud.internal.query.checked.Restriction.Held;
import dev.tenon.crud.internal.query.checked.Scalar;
import dev.tenon.crud.internal.query.checked.Scalar.Column;
import dev.tenon.crud.internal.query.checked.ValueType;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.tree.Condition;
import dev.tenon.crud.internal.query.tree.Expression.Path;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import java.util.List;
import java.util.Optional;

/** Checks conditions on collections, whose values stand in tables of their own. */
record Members(Paths paths, Scalars scalars, Flaws flaws) {

    /** Returns whether a value is one of those of a collection. */
    Optional<Restriction> member(Condition.Member member) {
        return collection(member.collection())
                .flatMap(found -> {
                    var elements = (Elements) found.mapping();
                    var type = ValueType.of(elements.elementType(), elements.enumForm());
                    Optional<Scalar> item = scalars.of(member.item(), type).map(i -> i);
                    return item.flatMap(i ->
                            held(member.collection(), found, item)
                                    .map(held -> member(held, i, member.isNegated())));
                });
    }

    /** Null is no member of a collection, and neither is it none. */
    private static Restriction member(Held held, Scalar item, boolean isNegated) {
        return isNegated
                ? new Restriction.All(List.of(negated(held, true), Restriction.notNull(item)))
                : held;
    }

    /** Returns whether a collection has no values. */
    Optional<Restriction> empty(Condition.IsEmpty empty) {
        return collection(empty.collection())
                .flatMap(found -> held(empty.collection(), found, Optional.empty()))
                .map(held -> negated(held, !empty.isNegated()));
    }

    private static Restriction negated(Held held, boolean isNegated) {
        return new Held(held.owner(), held.collection(), held.item(), isNegated);
    }

    private Optional<FoundAttribute> collection(Path path) {
        var found = paths.expect(path);
        if (found.isPresent() && !(found.get().mapping() instanceof Elements)) {
            flaws.add(
                    path.span(),
                    "The attribute '" + found.get().path() + "' is no collection, as is expected",
                    "MEMBER OF and IS EMPTY are said of collections.",
                    "Compare it with = or IS NULL instead.");
            return Optional.empty();
        }
        return found;
    }

    private Optional<Held> held(Path path, FoundAttribute found, Optional<Scalar> item) {
        var owner = owner(found);
        if (owner.isEmpty()) {
            flaws.add(
                    path.span(),
                    "The collection '" + found.path() + "' belongs to an entity with several keys,",
                    "Its values are found by one key.",
                    "Leave it out, or give the entity a key of one attribute.");
        }
        return owner.map(key -> new Held(key, (Elements) found.mapping(), item, false));
    }

    /** Returns the column that holds the key of the row to which a collection belongs. */
    private Optional<Column> owner(FoundAttribute collection) {
        var hops = collection.hops();
        if (!hops.isEmpty()) {
            var last = hops.getLast();
            return Optional.of(
                    new Column(hops.subList(0, hops.size() - 1), last.column(), ValueType.TEXT));
        }
        List<AttributeMapping> ids = paths.attributes().entity().ids();
        return ids.size() == 1 && ids.getFirst() instanceof Basic key
                ? Optional.of(new Column(List.of(), key.column(), ValueType.of(key.type())))
                : Optional.empty();
    }
}
