package dev.tenon.database.internal.declare;

import java.util.Arrays;
import java.util.List;

/** The names of the annotations that are read: those of validation need not be there. */
final class Jakarta {

    private static final String PERSISTENCE = "jakarta.persistence.";
    private static final String VALIDATION = "jakarta.validation.constraints.";

    static final String ENTITY = PERSISTENCE + "Entity";
    static final String TABLE = PERSISTENCE + "Table";
    static final String ID = PERSISTENCE + "Id";
    static final String EMBEDDED_ID = PERSISTENCE + "EmbeddedId";
    static final String GENERATED_VALUE = PERSISTENCE + "GeneratedValue";
    static final String BASIC = PERSISTENCE + "Basic";
    static final String COLUMN = PERSISTENCE + "Column";
    static final String VERSION = PERSISTENCE + "Version";
    static final String EMBEDDED = PERSISTENCE + "Embedded";
    static final String EMBEDDABLE = PERSISTENCE + "Embeddable";
    static final String ENUMERATED = PERSISTENCE + "Enumerated";
    static final String LOB = PERSISTENCE + "Lob";
    static final String TRANSIENT = PERSISTENCE + "Transient";
    static final String MANY_TO_ONE = PERSISTENCE + "ManyToOne";
    static final String ONE_TO_ONE = PERSISTENCE + "OneToOne";
    static final String ELEMENT_COLLECTION = PERSISTENCE + "ElementCollection";
    static final String COLLECTION_TABLE = PERSISTENCE + "CollectionTable";
    static final String ORDER_COLUMN = PERSISTENCE + "OrderColumn";
    static final String JOIN_COLUMN = PERSISTENCE + "JoinColumn";

    static final String NOT_NULL = VALIDATION + "NotNull";
    static final String NOT_BLANK = VALIDATION + "NotBlank";
    static final String NOT_EMPTY = VALIDATION + "NotEmpty";
    static final String SIZE = VALIDATION + "Size";

    static final String NULLABLE = "org.jspecify.annotations.Nullable";
    static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    static final String NULL_UNMARKED = "org.jspecify.annotations.NullUnmarked";

    /** What says how an attribute is kept. */
    static final List<String> OF_ATTRIBUTES =
            List.of(
                    ID,
                    EMBEDDED_ID,
                    GENERATED_VALUE,
                    COLUMN,
                    VERSION,
                    EMBEDDED,
                    ENUMERATED,
                    LOB,
                    TRANSIENT,
                    MANY_TO_ONE,
                    ONE_TO_ONE,
                    ELEMENT_COLLECTION,
                    COLLECTION_TABLE,
                    ORDER_COLUMN,
                    JOIN_COLUMN);

    private Jakarta() {}

    /** Returns the binary names of annotations of Jakarta Persistence. */
    static List<String> persistence(String... names) {
        return Arrays.stream(names).map(PERSISTENCE::concat).toList();
    }
}
