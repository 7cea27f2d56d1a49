package dev.tenon.database.admin;

import java.util.List;

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
}
