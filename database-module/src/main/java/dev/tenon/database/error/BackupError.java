package dev.tenon.database.error;

import dev.tenon.core.error.ErrorCode;

/** What goes wrong when a database is copied, or a copy is put in its place. */
public enum BackupError implements ErrorCode {
    TARGET_TAKEN(
            "DB-BAK-001",
            "file of the backup is there already",
            "Name another file; a backup overwrites nothing."),
    NOT_WRITTEN(
            "DB-BAK-002",
            "copy of a database cannot be written",
            "Mend what the cause says, and try again: the database is as it was."),
    NO_ROOM(
            "DB-BAK-003",
            "no room for a copy of a database",
            "Make room on that disk, or keep fewer backups and snapshots."),
    DATABASE_DAMAGED(
            "DB-BAK-004",
            "database to be copied is damaged",
            "Restore an older backup, or rescue what can be read with the command .recover of the"
                    + " program sqlite3."),
    UNREADABLE(
            "DB-BAK-005",
            "file is no whole backup",
            "Copy the file again from where it was kept, or restore another one."),
    NEWER_FORMAT(
            "DB-BAK-006",
            "backup was written by a newer Tenon",
            "Restore it with a Tenon at least as new as the one that wrote it."),
    OTHER_MODULE(
            "DB-BAK-007",
            "backup is that of another module",
            "Name a backup of this module; if it was renamed, name the old one in formerModules of @Database."),
    OTHER_ENGINE(
            "DB-BAK-008",
            "backup is that of another engine",
            "Set the database to the engine of the backup, or open the content of the file with"
                    + " that engine's own tools."),
    NOT_RESTORED(
            "DB-BAK-009",
            "backup cannot be put in place",
            "Mend what the cause says, and restore again."),
    IN_USE(
            "DB-BAK-010",
            "database is in use",
            "Stop the host or program that uses it, and try again."),
    DIFFERENT(
            "DB-BAK-011",
            "copy does not hold what it should",
            "Use another backup or snapshot, and keep this one for those who look into it."),
    TOOL_MISSING(
            "DB-BAK-012",
            "program of the engine is missing",
            "Install the client programs of the server, or set tenon.database.tools to their folder."),
    TOOL_TOO_OLD(
            "DB-BAK-013",
            "program of the engine is too old",
            "Install the client programs of the server's version, and set tenon.database.tools to"
                    + " their folder."),
    TOOL_FAILED("DB-BAK-014", "program of the engine failed", "Mend what it says, and try again."),
    INTERRUPTED(
            "DB-BAK-015",
            "copying was ended early",
            "Try again; what was unfinished has been removed."),
    UNSUPPORTED(
            "DB-BAK-016",
            "engine's databases are not copied by Tenon",
            "Use the tools of the engine's maker."),
    SNAPSHOT_GONE(
            "DB-BAK-017", "no such snapshot", "Choose one of those that are there, or a backup."),
    NOT_COPYABLE(
            "DB-BAK-018",
            "database holds what a snapshot cannot keep",
            "Change the table as the cause says, or set tenon.database.snapshots.keep to 0 and take"
                    + " a backup before each migration.");

    private final String code;
    private final String title;
    private final String remedy;

    BackupError(String code, String title, String remedy) {
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
