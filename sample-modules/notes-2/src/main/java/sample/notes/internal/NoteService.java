package sample.notes.internal;

import dev.tenon.core.service.Service;
import dev.tenon.database.SessionFactory;
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

    private final SessionFactory sessions;
    private final Clock clock;
    private final int capacity;

    @Inject
    NoteService(SessionFactory sessions, Clock clock, NotesSettings settings) {
        this.sessions = sessions;
        this.clock = clock;
        this.capacity = settings.capacity();
    }

    @Override
    @Transactional
    public Note write(String title, String body) {
        // Databases keep microseconds.
        var createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long id = insert(new Note(0, title, body, createdAt, false));
        forgetThoseBeyond(capacity);
        return new Note(id, title, body, createdAt, false);
    }

    private long insert(Note note) {
        return sessions.write(session ->
                session.update(
                                """
                                insert into note (title, body, created_at, pinned)
                                values (:title, :body, :createdAt, :pinned)
                                """)
                        .bindAll(note)
                        .keys("id", Long.class)
                        .getFirst());
    }

    private void forgetThoseBeyond(int limit) {
        sessions.write(session ->
                session.execute(
                        """
                        delete from note
                        where not pinned
                          and id <= (select id from note order by id desc limit 1 offset ?)
                        """,
                        limit));
    }

    @Override
    public void pin(long id) {
        sessions.write(
                session -> session.execute("update note set pinned = ? where id = ?", true, id));
    }

    @Override
    public List<Note> recent(int limit) {
        return sessions.read(session ->
                session.query("select * from note order by pinned desc, id desc limit ?", limit)
                        .list(Note.class));
    }
}
