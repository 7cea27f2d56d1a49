package dev.tenon.crud.internal.query.name;

/** What a condition in the name of a method ends with. Those that end with another come first. */
enum ConditionKind {
    GREATER_THAN_EQUAL("GreaterThanEqual", 1),
    LESS_THAN_EQUAL("LessThanEqual", 1),
    GREATER_THAN("GreaterThan", 1),
    LESS_THAN("LessThan", 1),
    BETWEEN("Between", 2),
    CONTAINS("Contains", 1),
    STARTS_WITH("StartsWith", 1),
    ENDS_WITH("EndsWith", 1),
    LIKE("Like", 1),
    IN("In", 1),
    NULL("Null", 0),
    TRUE("True", 0),
    FALSE("False", 0),
    EQUAL("", 1);

    private final String keyword;
    private final int arguments;

    ConditionKind(String keyword, int arguments) {
        this.keyword = keyword;
        this.arguments = arguments;
    }

    String keyword() {
        return keyword;
    }

    /** Returns how many arguments of the method it takes. */
    int arguments() {
        return arguments;
    }
}
