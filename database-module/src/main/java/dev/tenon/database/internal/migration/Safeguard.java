package dev.tenon.database.internal.migration;

import dev.tenon.database.admin.Progress;

/**
 * Brings a database back to what it was before its migrations, where the engine does not. Used for
 * one run, by one thread.
 */
public interface Safeguard {

    /** Keeps nothing. */
    Safeguard NONE =
            new Safeguard() {

                @Override
                public void begin(String version, boolean isNew, Progress progress) {}

                @Override
                public boolean takeBack(Progress progress) {
                    return false;
                }

                @Override
                public void end() {}
            };

    /**
     * Keeps what is there. Called before the first migration runs, while no other host migrates; if
     * they are one transaction, that is open by then.
     *
     * @param version the version of the database, {@code 0} before its first migration
     * @param isNew whether no migration has run in it so far
     * @throws dev.tenon.database.error.DatabaseException if it cannot be kept; none runs then
     */
    void begin(String version, boolean isNew, Progress progress);

    /**
     * Puts back what was kept, after a migration has failed.
     *
     * @return whether the database is what it was; not, if nothing was kept, or the engine has
     *     taken back by itself what it can
     * @throws dev.tenon.database.error.DatabaseException if that fails; it is tried again before
     *     the database is used the next time
     */
    boolean takeBack(Progress progress);

    /** Says that all migrations have run. */
    void end();
}
