package dev.tenon.database.internal.migration;

import dev.tenon.database.error.ErrorClass;
import java.util.Locale;
import java.util.Optional;

/** What can be in the way of a statement where somebody else has changed tables before. */
public enum ExpectedError {
    /** A table, or a view or sequence, has the name already. */
    TABLE_EXISTS,
    COLUMN_EXISTS,
    INDEX_EXISTS,
    MISSING_TABLE,
    MISSING_COLUMN,
    /** Values, or what depends on a column, do not agree with its new type. */
    INCOMPATIBLE_TYPE;

    /** Returns what the failure of a statement is, if it is one of these. */
    static Optional<ExpectedError> of(ErrorClass failure, DefinitionStatement statement) {
        return switch (failure) {
            case DUPLICATE_TABLE ->
                    Optional.of(statement.makesIndex() ? INDEX_EXISTS : TABLE_EXISTS);
            case DUPLICATE_COLUMN -> Optional.of(COLUMN_EXISTS);
            case MISSING_TABLE -> Optional.of(MISSING_TABLE);
            case MISSING_COLUMN -> Optional.of(MISSING_COLUMN);
            case TYPE -> Optional.of(INCOMPATIBLE_TYPE);
            default -> Optional.empty();
        };
    }

    /** Returns it as settings and the log name it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
