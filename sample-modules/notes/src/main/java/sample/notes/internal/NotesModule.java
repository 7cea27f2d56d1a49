package sample.notes.internal;

import dev.tenon.core.Module;
import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import sample.notes.NoteArchive;

/** The entry point: writes the first note when the module starts. */
@Module(
        title = "Notes",
        description = "Keeps notes and offers them to other modules.",
        settings = NotesSettings.class)
public final class NotesModule implements ModulePlugin {

    @Override
    public void start(ModuleContext context) {
        var greeting = context.settings(NotesSettings.class).greeting();
        context.beans().select(NoteArchive.class).get().write(greeting, "Your first note.");
    }
}
