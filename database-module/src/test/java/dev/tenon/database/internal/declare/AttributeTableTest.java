package dev.tenon.database.internal.declare;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import dev.tenon.database.documentation.GeneratedTable;
import java.io.IOException;
import java.lang.constant.ClassDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps the table of types in docs/databases.md what the code says. */
class AttributeTableTest {

    @Test
    void theDatabasePageListsTheTypesOfAttributes() throws IOException {
        var rows =
                AttributeType.TYPES.entrySet().stream()
                        .collect(
                                groupingBy(
                                        Map.Entry::getValue,
                                        LinkedHashMap::new,
                                        mapping(e -> shown(e.getKey()), joining(", "))));

        GeneratedTable.check(
                "databases.md",
                "attributes",
                "| in Java | column |\n| --- | --- |\n"
                        + rows.entrySet().stream()
                                .map(e -> "| " + e.getValue() + " | `" + e.getKey() + "` |")
                                .collect(joining("\n"))
                        + "\n| `String` with `@Column(length)` or `@Size(max)` | `VARCHAR` of that"
                        + " length |\n| `BigDecimal` with `@Column(precision, scale)` | `DECIMAL` of"
                        + " so many digits |");
    }

    private static String shown(String type) {
        return "`"
                + (type.contains(".")
                        ? ClassNames.simple(type)
                        : ClassDesc.ofDescriptor(type).displayName())
                + "`";
    }
}
