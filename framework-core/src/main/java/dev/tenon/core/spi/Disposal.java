package dev.tenon.core.spi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes of the data that a framework module keeps for a module that is uninstalled; made by
 * {@link Preparation#disposal}. Its methods are called on threads of their own, one at a time,
 * without a time limit, and not at all where the change does not come to them. For data that are
 * kept none but {@link #subject} is called.
 */
public interface Disposal {

    /** Returns what the data are, for people: {@code the database notes in /srv/notes.db}. */
    String subject();

    /**
     * Puts the data into a file and makes sure that it is whole. Called after the module has
     * stopped and before anything new starts, if the data are archived. A failure takes the change
     * back, and the module runs again. The thread is interrupted if the host is closed.
     *
     * @return the file; nothing if there are no data
     * @throws Exception why there is no such file; nothing of it is left then
     */
    Optional<Path> archive() throws Exception;

    /**
     * Deletes the file that {@link #archive} has made: the change has failed for another reason,
     * and the data are still there.
     *
     * @throws Exception if that fails
     */
    void discardArchive() throws Exception;

    /**
     * Deletes the data. Called last, when the change is not taken back any more. After a failure,
     * or the end of the process, it has to be possible to go on with what remains.
     *
     * @throws Exception what remains, and why
     */
    void drop() throws Exception;
}
