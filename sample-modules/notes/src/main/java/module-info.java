/**
 * Keeps notes in a database of its own, and offers them to other modules as the service {@link
 * sample.notes.NoteArchive}.
 */
module sample.notes {
    requires transitive dev.tenon.crud;

    exports sample.notes;

    provides dev.tenon.core.ModulePlugin with
            sample.notes.internal.NotesModule;
}
