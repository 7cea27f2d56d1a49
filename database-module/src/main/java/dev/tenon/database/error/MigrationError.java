package dev.tenon.database.error;

import dev.tenon.core.error.ErrorCode;

/** What is wrong with the migrations of a module, or has gone wrong with one. */
public enum MigrationError implements ErrorCode {
    NAME_UNUSABLE(
            "DB-MIG-001",
            "name of a migration cannot be understood",
            "Name it like V2_1__add_tags.sql, U2_1__add_tags.sql or R__titles.sql, with a version"
                    + " above 0."),
    VERSION_TWICE(
            "DB-MIG-002", "two migrations of one version", "Give one of them another version."),
    VARIANT_MISSING(
            "DB-MIG-003",
            "migration is not there for the engine",
            "Add it for the engine, or for all engines in the folder migrations itself."),
    UNDO_ALONE(
            "DB-MIG-004",
            "undo script without its migration",
            "Give it the version of the migration that it takes back."),
    EMPTY_SCRIPT(
            "DB-MIG-005",
            "migration is empty",
            "Write its statements, or remove it if no database has it yet."),
    NOT_TEXT("DB-MIG-006", "migration is not UTF-8", "Save the file as UTF-8."),
    FOLDER_UNKNOWN(
            "DB-MIG-007",
            "folder of migrations is that of no engine",
            "Name it like the engine, such as migrations/sqlite or migrations/postgresql, or provide"
                    + " the engine."),
    CLASS_UNUSABLE(
            "DB-MIG-008",
            "class of a migration cannot be used",
            "Make it a public class with a public no-argument constructor, named like"
                    + " V3__Fill_titles."),
    NOT_DECLARED(
            "DB-MIG-009",
            "migrations without a database",
            "Declare the database: @Database on the plugin class."),
    FAILED(
            "DB-MIG-010",
            "migration failed",
            "Correct the migration as the cause says, and start the module again."),
    NEWER(
            "DB-MIG-011",
            "database is newer than the module",
            "Run the version of the module that made it, or a later one, or take the migrations back"
                    + " with that version."),
    CHANGED(
            "DB-MIG-012",
            "migration has changed since it ran",
            "Put the file back as it was, and write the change as a new migration."),
    MISSING(
            "DB-MIG-013",
            "migration has run that the module does not have",
            "Put it back into the module: databases that are made anew need it."),
    UNFINISHED(
            "DB-MIG-014",
            "earlier migration has failed half-way",
            "Put the tables by hand into the state before the migration, or restore a backup; then"
                    + " run 'tenon db repair' for the module and start it again."),
    OUT_OF_ORDER(
            "DB-MIG-015", "migration came too late", "Give it a version above all that have run."),
    TABLES_THERE(
            "DB-MIG-016",
            "database holds tables that no migration made",
            "If they are what the migrations up to some version make, name that version in the"
                    + " setting baseline of the database; otherwise give the module a database of its"
                    + " own."),
    LOCKED(
            "DB-MIG-017",
            "another host migrates the database",
            "Wait until that host is done; end it if it hangs."),
    MIXED(
            "DB-MIG-018",
            "statements that need a transaction, with others that refuse one",
            "Put the statement that refuses a transaction into a migration of its own."),
    FORBIDDEN_STATEMENT(
            "DB-MIG-019",
            "statement is not a migration's to run",
            "Remove it: Tenon begins and ends the transaction of a migration."),
    NOT_RUN(
            "DB-MIG-020",
            "migrations cannot be run",
            "Mend what the cause says, and start the module again."),
    NO_UNDO(
            "DB-MIG-021",
            "migration without an undo script",
            "Write U scripts for the versions that the cause names, or restore a snapshot or backup"
                    + " from before them."),
    NO_VERSION(
            "DB-MIG-022",
            "no such version",
            "Name a version such as 2 or 2.1, or 0 for the state before the first migration.");

    private final String code;
    private final String title;
    private final String remedy;

    MigrationError(String code, String title, String remedy) {
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
