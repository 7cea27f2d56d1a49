package dev.tenon.host.internal.output;

import dev.tenon.host.internal.json.StartCacheDocument;

/** The files of the start cache, for people. */
public final class StartCacheReport {

    private StartCacheReport() {}

    /** Returns a line for each file, or says that there is none. */
    public static String of(StartCacheDocument document, Palette palette) {
        if (document.files().isEmpty()) {
            return "There is no start cache." + System.lineSeparator();
        }
        var table = new Table().row(palette.heading("SIZE"), palette.heading("FILE"));
        for (var file : document.files()) {
            table.row(file.bytes() == 0 ? "removed" : (file.bytes() >> 20) + " MB", file.path());
        }
        return table.toString();
    }
}
