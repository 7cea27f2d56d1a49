package dev.tenon.database.error;

import dev.tenon.core.error.ErrorCode;

/** What is wrong with the declaration of a database or with a schema. */
public enum SchemaError implements ErrorCode {
    NAME_UNUSABLE(
            "DB-SCH-001",
            "name cannot be used",
            "Choose a name without control characters that begins and ends with no space."),
    DUPLICATE_NAME("DB-SCH-002", "name is taken", "Rename one of the two."),
    NO_COLUMNS("DB-SCH-003", "table without columns", "Give the table a column."),
    COLUMN_UNKNOWN(
            "DB-SCH-004", "no such column", "Correct the name, or add the column to the table."),
    KEY_INVALID("DB-SCH-005", "key or index cannot be made", "Correct the key as the cause says."),
    REFERENCE_INVALID(
            "DB-SCH-006",
            "foreign key cannot be made",
            "Refer to the primary key or a unique key, with columns of the same types."),
    TYPE_INVALID(
            "DB-SCH-007",
            "type has wrong limits",
            "Give a length from 1, or digits from 1 with as many or fewer after the point."),
    DEFAULT_INVALID(
            "DB-SCH-008",
            "default is no value of the column",
            "Give a default of the column's type."),
    CHECK_INVALID(
            "DB-SCH-009",
            "condition cannot be used",
            "Write one SQL expression, with its quotation marks and parentheses closed."),
    ENGINE_CANNOT(
            "DB-SCH-010",
            "engine cannot do what the schema asks for",
            "Change the schema as the cause says, or move the database to another engine."),
    ENGINE_DIFFERS(
            "DB-SCH-011",
            "engine does it differently",
            "Nothing, if the difference does not matter here; otherwise choose another type."),
    CAPABILITY_MISSING(
            "DB-SCH-012",
            "engine lacks a required capability",
            "Move the database to an engine that has it, see docs/engines.md."),
    DATABASE_NAME(
            "DB-SCH-013",
            "database name cannot be used",
            "Choose a name of at most 40 lower-case letters, digits and underscores that begins with a"
                    + " letter."),
    DATABASE_TAKEN(
            "DB-SCH-014",
            "two modules declare one database",
            "Rename the database of one of them."),
    DECLARATION_INVALID(
            "DB-SCH-015",
            "declaration of the database cannot be used",
            "Correct the annotation @Database as the cause says."),
    ENTITY_INVALID(
            "DB-SCH-016", "entity cannot be used", "Correct the entity class as the cause says."),
    SCHEMA_IN_CODE_FAILED(
            "DB-SCH-017",
            "class that makes the schema failed",
            "Correct the class that @Database names as the cause says."),
    DATABASE_NOT_EMPTY(
            "DB-SCH-018",
            "database holds tables that Tenon did not create",
            "Give the module a database of its own, or drop these tables if nobody needs them."),
    MODEL_DIFFERS(
            "DB-SCH-019",
            "database was created by another model",
            "Generate the migration: tenon db generate --module NAME \"what it changes\"; or go back to"
                    + " the version of the module that created it, or give this one a new"
                    + " database."),
    CREATION_FAILED(
            "DB-SCH-020",
            "tables cannot be created",
            "Mend what the cause says, and start the module again."),
    CREATION_UNFINISHED(
            "DB-SCH-021",
            "creation of the tables was cut off",
            "Drop what the cause lists, which no module has used, and start the module again."),
    OWNED_BY_ANOTHER(
            "DB-SCH-022",
            "database is that of another module",
            "If the module was renamed, name the old one in formerModules of @Database; if not, give"
                    + " it a database of its own: another name in @Database, or another url in the"
                    + " settings."),
    TABLES_DIFFER(
            "DB-SCH-023",
            "tables are not what the module declares",
            "Write a migration for the difference, as tenon db generate \"…\" --module MODULE does, or"
                    + " change the declaration to what the tables are; tenon.database.NAME.drift says"
                    + " whether the module starts meanwhile.");

    private final String code;
    private final String title;
    private final String remedy;

    SchemaError(String code, String title, String remedy) {
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
