package sample.notes;

import java.util.List;

/** The newest notes, and those that are pinned. Safe for use by many threads. */
public interface NoteArchive {

    /** Writes a note and returns it with its number. */
    Note write(String title, String body);

    /**
     * Returns the pinned notes and those written last, at most as many as the limit says: the
     * pinned ones first, the newest first among their like.
     */
    List<Note> recent(int limit);

    /** Pins the note of that number, if there is one: it comes first, and is not forgotten. */
    void pin(long id);
}
