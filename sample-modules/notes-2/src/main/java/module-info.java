/**
 * The second version of the module: its notes can be pinned. The database of the first version is
 * taken over by the migration {@code V2__pinned.sql}.
 */
module sample.notes {
    requires transitive dev.tenon.crud;

    exports sample.notes;

    provides dev.tenon.core.ModulePlugin with
            sample.notes.internal.NotesModule;
}
