package sample.notes.internal;

import dev.tenon.core.settings.Setting;

/** The settings of this module: {@code sample.notes.…}. */
public interface NotesSettings {

    @Setting(
            description = "The title of the note that is written into an empty archive.",
            defaultValue = "Welcome to Tenon")
    String greeting();

    @Setting(
            description = "How many notes the archive keeps; older ones are forgotten.",
            defaultValue = "1000",
            min = "1")
    int capacity();
}
