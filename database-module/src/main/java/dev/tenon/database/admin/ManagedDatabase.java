package dev.tenon.database.admin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The database of a module that does not run in this process. It is opened by the first call that
 * needs it open. Not safe for use by many threads.
 */
public interface ManagedDatabase {

    /** Returns its name. */
    String name();

    /** Returns the name of the module that declares it. */
    String module();

    /**
     * Returns its engine, and where it is. Neither opens nor makes it; what is wrong is part of the
     * answer.
     */
    DatabaseSummary summary();

    /**
     * Runs statements in one transaction that cannot write. Neither makes the database nor changes
     * it; a host may run on it meanwhile.
     *
     * @param limit how many rows of each to read at most
     * @return what each has brought
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-011} if it is not there, or
     *     what is wrong with a statement
     */
    List<StatementResult> query(List<String> statements, int limit);

    /**
     * Runs statements in one transaction, and commits what they have changed. Does not make the
     * database. Where it is a file, no host may run on its folder from now on until the tools are
     * closed.
     *
     * @param limit how many rows of each to read at most
     * @return what each has brought
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-011} if it is not there,
     *     {@code DB-CONN-012} if a host runs on its folder, or what is wrong with a statement;
     *     nothing has changed then
     */
    List<StatementResult> execute(List<String> statements, int limit);

    /**
     * Returns how the migrations of the module stand in the database, in their order, and changes
     * nothing; those that the database has and the module has not among them. Where the database is
     * not there, all are pending. Empty for a module that has none. A host may run meanwhile; one
     * that migrates the database is waited for. Classes of the module are loaded for migrations in
     * Java.
     *
     * @throws dev.tenon.database.error.DatabaseException if the database cannot be read
     */
    List<MigrationStatus> migrations();

    /**
     * Returns how it stands: {@link #summary}, {@link #migrations}, and how its tables are not what
     * the module declares; what is wrong is part of the answer.
     */
    DatabaseStatus status();

    /** Returns {@link #status}, with what is dangerous in the scripts that have not run. */
    DatabaseStatus validate();

    /**
     * Generates the migration that makes of the database what its module declares, with the script
     * that takes it back, proves both on a copy with the rows, and writes them into the sources of
     * the module; a file that is there is never overwritten. The database is read only, and a host
     * may run meanwhile; on PostgreSQL others wait for tables that are tried. Where the database is
     * missing, the migration makes all tables; on a server it is made then, without tables. Where
     * the module has made its tables without migrations, a first migration for databases that are
     * made anew comes before it.
     *
     * @param progress hears what is tried
     * @throws dev.tenon.database.error.GenerationException {@code DB-GEN-…} if it cannot be done,
     *     or does not hold on the copy; nothing is written then
     * @throws dev.tenon.database.error.InvalidSchemaException {@code DB-SCH-…} if the engine cannot
     *     have what the module declares
     */
    GenerationReport generate(GenerationRequest request, Progress progress);

    /**
     * Runs what {@link #migrate} would, and takes it back at the end: all migrations where the
     * engine changes tables in transactions, up to the first one that it refuses there; none on
     * other engines, and none if the database is not there. Other writers wait meanwhile. No host
     * may run on its folder, as for {@link #migrate}.
     *
     * @param upTo as for {@link #migrate}
     * @return what would be done, with no duration for what was not tried
     * @throws dev.tenon.database.error.DatabaseException {@code DB-MIG-…} if it would fail
     */
    List<MigrationRun> tryToMigrate(Optional<String> upTo, Progress progress);

    /**
     * Takes back the migrations above a version by their undo scripts, the last one first, in one
     * transaction with their history; where the engine does not change tables in transactions, a
     * snapshot brings back what a script that fails has done. No host may run on its folder, as for
     * {@link #migrate}. The next start of the same version of the module runs them again.
     *
     * @param version the version that remains, {@code 0} for none
     * @param isTrial whether to take back what was done, at the end; nothing is run then where the
     *     engine does not
     * @return the undo scripts that have run, or would run
     * @throws dev.tenon.database.error.DatabaseException {@code DB-MIG-021} if one is missing,
     *     {@code DB-MIG-022} if the version is none, {@code DB-MIG-010} if one fails, {@code
     *     DB-SCH-022} if the database is another module's
     */
    List<MigrationRun> undo(String version, boolean isTrial, Progress progress);

    /**
     * Makes the database what its module needs, as a start of the module does: makes it where it is
     * missing, runs the migrations that have not run, or makes the tables of the model. Where it is
     * a file, no host may run on its folder from now on until the tools are closed.
     *
     * @param upTo the version of the migrations above which none runs; nothing: all run
     * @param progress hears which statement of which migration runs
     * @return what has been done; empty if there was nothing to do
     * @throws dev.tenon.database.error.DatabaseException {@code DB-MIG-…} or {@code DB-SCH-…} if
     *     that fails, {@code DB-CONN-012} if a host runs on its folder
     */
    List<MigrationRun> migrate(Optional<String> upTo, Progress progress);

    /**
     * Makes the record of the migrations agree with the module, after somebody has put the tables
     * right by hand: forgets a migration that has failed, takes the checksum of one that has
     * changed, and marks one as deleted that the module does not have. Changes no table of the
     * module.
     *
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-011} if it is not there,
     *     {@code DB-CONN-012} if a host runs on its folder, {@code DB-SCH-022} if it is another
     *     module's
     */
    void repair();

    /**
     * Returns what became of changes of its schema, the newest first, as the framework's own
     * database has it; empty if there is none.
     *
     * @param limit how many at most
     */
    List<HistoryEntry> history(int limit);

    /**
     * Takes a backup, as it is at one moment; a host may run on it meanwhile, and its module need
     * not be one that can start. See the page on backups of the documentation for what the file
     * holds.
     *
     * @param file the file, which must not be there; default: one with the name of the database and
     *     the time in the folder of {@code tenon.database.backups}
     * @throws dev.tenon.database.error.DatabaseException {@code DB-BAK-…} if that fails; nothing is
     *     left of it then
     */
    BackupInfo backup(Optional<Path> file, Progress progress);

    /**
     * Puts a backup of it in its place. What is there is kept aside as a snapshot first, where the
     * engine has them. No host may run on it, nor on its folder until the tools are closed.
     *
     * @return what was restored
     * @throws dev.tenon.database.error.DatabaseException {@code DB-BAK-…} if that fails; the
     *     database is as it was then
     */
    BackupInfo restore(Path file, Progress progress);
}
