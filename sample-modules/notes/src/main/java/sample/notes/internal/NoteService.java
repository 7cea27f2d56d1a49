package sample.notes.internal;

import dev.tenon.core.service.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import sample.notes.Note;
import sample.notes.NoteArchive;

/** Keeps the newest notes, and offers them to the other modules. */
@Service
class NoteService implements NoteArchive {

    private final Clock clock;
    private final int capacity;
    private final Deque<Note> notes = new ArrayDeque<>();
    private long lastId;

    @Inject
    NoteService(Clock clock, NotesSettings settings) {
        this.clock = clock;
        this.capacity = settings.capacity();
    }

    @Override
    public synchronized Note write(String title, String body) {
        var note = new Note(++lastId, title, body, clock.instant());
        notes.addFirst(note);
        if (notes.size() > capacity) {
            notes.removeLast();
        }
        return note;
    }

    @Override
    public synchronized List<Note> recent(int limit) {
        return notes.stream().limit(limit).toList();
    }
}
