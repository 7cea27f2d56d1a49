package sample.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * A note.
 *
 * @param id its number, unique within the archive
 * @param title one line of text; never blank
 * @param body the text; may be empty
 * @param createdAt when it was written
 * @param pinned whether it stays above the others
 */
@Entity
public record Note(
        @Id @GeneratedValue long id,
        @Column(length = 200) String title,
        String body,
        Instant createdAt,
        boolean pinned) {

    public Note {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A note needs a title, but this one is blank.");
        }
    }
}
