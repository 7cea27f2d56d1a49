package sample.notes;

import java.util.List;

/** The newest notes. Safe for use by many threads. */
public interface NoteArchive {

    /** Writes a note and returns it with its number. */
    Note write(String title, String body);

    /** Returns the notes written last, the newest first, at most as many as the limit says. */
    List<Note> recent(int limit);
}
