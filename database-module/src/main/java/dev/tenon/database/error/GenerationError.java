package dev.tenon.database.error;

import dev.tenon.core.error.ErrorCode;

/** Why a migration cannot be generated, and what is found in those that people write. */
public enum GenerationError implements ErrorCode {
    NEEDS_VALUES(
            "DB-GEN-001",
            "rows need a value",
            "Give an SQL expression for each column that is named: --fill table.column=expression."),
    NOT_PROVED(
            "DB-GEN-002",
            "generated migration does not hold on a copy",
            "Change the data or the model as the cause says, or write the migration by hand."),
    BLOCKED(
            "DB-GEN-003",
            "something depends on what changes",
            "Drop or change it in a migration of its own, written by hand, and generate again."),
    ENGINE_UNSUPPORTED(
            "DB-GEN-004",
            "no migrations are generated for the engine",
            "Write the migration by hand."),
    FILE_THERE(
            "DB-GEN-005",
            "file of the migration is there already",
            "Choose another version, or remove the file if nobody needs it."),
    NO_COPY(
            "DB-GEN-006",
            "no copy to prove the migration on",
            "Give the user of the database the right that the cause names, or generate on a database"
                    + " where it has it."),
    DANGEROUS(
            "DB-GEN-007",
            "dangerous statement in a migration",
            "Do it as the finding says, or allow it by a comment with the reason."),
    MESSAGE_UNUSABLE(
            "DB-GEN-008",
            "message gives no name for a file",
            "Say in a few words with letters or digits what the migration does."),
    FILL_UNKNOWN(
            "DB-GEN-009",
            "value for a column that needs none",
            "Correct table and column: they are named as the model names them."),
    NOT_MIGRATED(
            "DB-GEN-010",
            "database is not what the module's migrations make it",
            "Run 'tenon db migrate --module NAME', and generate again."),
    MODULE_BEHIND(
            "DB-GEN-011",
            "folder holds migrations that the module lacks",
            "Build the module with them, and generate again; or remove them, if nobody needs them."),
    NO_MODEL(
            "DB-GEN-012",
            "module declares no tables",
            "Name its entities, or the class that makes its schema, in @Database."),
    NOT_GENERATED(
            "DB-GEN-013",
            "migration cannot be generated",
            "Mend what the cause says, and generate again."),
    FILL_UNUSABLE(
            "DB-GEN-014",
            "value is no SQL expression",
            "Give one expression, such as 'unknown' or lower(title), without semicolons and"
                    + " comments.");

    private final String code;
    private final String title;
    private final String remedy;

    GenerationError(String code, String title, String remedy) {
        this.code = code;
        this.title = title;
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
