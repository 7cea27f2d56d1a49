package sample.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import sample.notes.Note;
import sample.notes.NoteArchive;

/** The newest notes in one line; the archive is the service of another module. */
@ApplicationScoped
class Digest {

    private static final int LENGTH = 5;

    private final NoteArchive archive;

    @Inject
    Digest(NoteArchive archive) {
        this.archive = archive;
    }

    String text() {
        var notes = archive.recent(LENGTH);
        return notes.stream()
                .map(Note::title)
                .collect(Collectors.joining(", ", "The newest notes: ", "."));
    }
}
