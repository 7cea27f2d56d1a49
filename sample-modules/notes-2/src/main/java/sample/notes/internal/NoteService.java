package sample.notes.internal;

import dev.tenon.core.service.Service;
import jakarta.data.Limit;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import sample.notes.Note;
import sample.notes.NoteArchive;

/** Keeps the newest notes in the database of this module, and offers them to the other modules. */
@Service
class NoteService implements NoteArchive {

    private final Notes notes;
    private final Clock clock;
    private final int capacity;

    @Inject
    NoteService(Notes notes, Clock clock, NotesSettings settings) {
        this.notes = notes;
        this.clock = clock;
        this.capacity = settings.capacity();
    }

    @Override
    @Transactional
    public Note write(String title, String body) {
        // Databases keep microseconds.
        var createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var note = notes.insert(new Note(0, title, body, createdAt, false));
        notes.deleteAllBut(capacity);
        return note;
    }

    @Override
    public void pin(long id) {
        notes.pin(id);
    }

    @Override
    public List<Note> recent(int limit) {
        return notes.newest(Limit.of(limit));
    }
}
