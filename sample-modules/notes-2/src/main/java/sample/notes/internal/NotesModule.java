package sample.notes.internal;

import dev.tenon.core.Module;
import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import dev.tenon.database.Database;
import sample.notes.Note;
import sample.notes.NoteArchive;

/** The entry point: writes the first note when the archive is empty. */
@Module(
        title = "Notes",
        description = "Keeps notes and offers them to other modules.",
        settings = NotesSettings.class)
@Database(name = "notes", entities = Note.class)
public final class NotesModule implements ModulePlugin {

    @Override
    public void start(ModuleContext context) {
        var archive = context.beans().select(NoteArchive.class).get();
        if (archive.recent(1).isEmpty()) {
            var greeting = context.settings(NotesSettings.class).greeting();
            archive.write(greeting, "Your first note.");
        }
    }
}
