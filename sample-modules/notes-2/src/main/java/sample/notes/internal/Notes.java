package sample.notes.internal;

import dev.tenon.database.SessionFactory;
import jakarta.data.Limit;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import sample.notes.Note;

/** The notes in the database of this module. */
@Repository
interface Notes extends DataRepository<Note, Long> {

    /** Writes a note and returns it with its number. */
    @Insert
    Note insert(Note note);

    /** Returns the newest notes, those that are pinned before all others. */
    @Find
    @OrderBy(value = "pinned", descending = true)
    @OrderBy(value = "id", descending = true)
    List<Note> newest(Limit limit);

    /** Pins a note. */
    @Query("UPDATE Note SET pinned = TRUE WHERE id = ?1")
    void pin(long id);

    SessionFactory sessions();

    /**
     * Deletes all that are not pinned but the newest, in the SQL of a session: queries have no
     * limit there.
     */
    default void deleteAllBut(int newest) {
        sessions()
                .write(session ->
                        session.execute(
                                """
                                delete from note
                                where not pinned
                                  and id <= (select id from note order by id desc limit 1 offset ?)
                                """,
                                newest));
    }
}
