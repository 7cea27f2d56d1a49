package dev.tenon.benchmarks.crud;

import dev.tenon.benchmarks.articles.Way;

/** What is done; each is a method of {@link CatalogueBenchmark}. */
enum Operation {
    FIND("find by id", "find", false),
    INSERT("insert", "insert", true),
    UPDATE("update", "update", true),
    PAGE("page of 50", "page", false),
    FIRST("first page by cursor", "first", false),
    DEEP("deep page by cursor", "deep", false),
    BULK("bulk insert", "bulk", true);

    private final String label;
    private final String method;
    private final boolean writing;

    Operation(String label, String method, boolean writing) {
        this.label = label;
        this.method = method;
        this.writing = writing;
    }

    String label() {
        return label;
    }

    String method() {
        return method;
    }

    boolean isWriting() {
        return writing;
    }

    /** Returns whether the way does it otherwise than raw JDBC. */
    boolean isFor(Way way) {
        return switch (way) {
            // What is read needs no transaction, and many rows have one anyway.
            case RAW_TRANSACTION -> this == INSERT || this == UPDATE;
            // One statement for all rows: nothing is kept for a second time.
            case RAW_KEPT -> this != BULK;
            case RAW, REPOSITORY, BY_NAME, SESSION, SPRING_DATA, HIBERNATE, JDBI, JOOQ -> true;
        };
    }
}
