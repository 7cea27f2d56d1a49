package dev.tenon.crud.internal.query.render;

import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import dev.tenon.database.mapping.EntityMapping;
import java.util.List;
import java.util.stream.Stream;

/** The columns of entities in the order in which searches return them. */
public final class TableColumns {

    private TableColumns() {}

    /** Returns those of an entity: of its attributes in their order, collections left out. */
    public static List<String> of(EntityMapping entity) {
        return entity.attributes().stream().flatMap(TableColumns::columns).toList();
    }

    /** Returns those of an attribute. */
    static List<String> of(AttributeMapping attribute) {
        return columns(attribute).toList();
    }

    private static Stream<String> columns(AttributeMapping attribute) {
        return switch (attribute) {
            case Basic basic -> Stream.of(basic.column());
            case Reference reference -> Stream.of(reference.column());
            case Embedded embedded -> embedded.attributes().stream().flatMap(TableColumns::columns);
            case Elements _ -> Stream.empty();
        };
    }
}
